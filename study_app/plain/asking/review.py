"""Today's reviews as lines: a quiz that proposes a rating after each verdict."""

from collections.abc import Iterator

from study_app.learning.answering.responses import Response
from study_app.plain.asking.quiz import PlainQuiz
from study_app.usecases.review import RatingOption, RatingProposal, proposal
from study_app.usecases.sitting import Asked
from study_app.words.language import Language
from study_app.words.wording import say

RATE = "/rate"
STEPS = {"+": 1, "-": -1}


class PlainReview(PlainQuiz):
    """A line `+`, `-` or `/rate N` changes the rating of the answer before it."""

    def _takes(self, line: str) -> bool:
        if line not in STEPS and line.partition(" ")[0] != RATE:
            return super()._takes(line)
        last, found = self._sitting.last, self._proposed()
        if last is None or found is None or len(found.options) == 1:
            self._say(say("There is no rating to change.", self._language))
            return True
        wanted = found.beside(STEPS[line]) if line in STEPS else _number(line, found)
        if wanted is None:
            what = " ".join(("+", "-", *(f"{RATE} {one.rating}" for one in found.options)))
            self._say(say("Expected: {what}", self._language, what=what))
            return True
        self._kept(lambda: self._sitting.rate(last, wanted))
        self._propose()
        return True

    def _judge(self, asked: Asked, response: Response) -> None:
        super()._judge(asked, response)
        found = self._proposed()
        if found is not None and found.is_new:
            self._show(self._card(found.card))
        self._propose()

    def _take_last(self) -> None:
        """Let the learner change the rating of the last answer, which no question follows."""
        found = self._proposed()
        if found is None or len(found.options) == 1:
            return
        self._say("> " + say("+ or - changes the rating, a blank line ends", self._language))
        for line in iter(self._lines.readline, ""):
            if not self._takes(line.strip()):
                return

    def _propose(self) -> None:
        found = self._proposed()
        if found is None:
            return
        self._say(_rating_line(found, self._language))
        if found.is_leech:
            times = found.lapses
            self._say(
                say("Missed {times} times: read the card again.", self._language, times=times)
            )

    def _proposed(self) -> RatingProposal | None:
        last = self._sitting.last
        return None if last is None else proposal(self._study, last)

    def _card(self, card: str) -> Iterator[str]:
        """What a card says that was begun with this answer."""
        translation = self._study.translations(self._study.bank.cards[card], self._language)[0]
        yield f"  {translation.title}"
        yield from (f"  {line}" for line in translation.body.rstrip().splitlines())


def _rating_line(found: RatingProposal, language: Language) -> str:
    chosen = _option(found.chosen, language)
    others = [_option(one, language) for one in found.options if one is not found.chosen]
    if not others:
        return say("Rating {chosen}.", language, chosen=chosen)
    return say(
        "Rating {chosen}. + and - change it: {others}.",
        language,
        chosen=chosen,
        others=", ".join(others),
    )


def _option(one: RatingOption, language: Language) -> str:
    name = {
        1: say("again", language),
        2: say("hard", language),
        3: say("good", language),
        4: say("easy", language),
    }[one.rating]
    return f"{one.rating} {name} {one.next_day.isoformat()}"


def _number(line: str, found: RatingProposal) -> int | None:
    given = line.removeprefix(RATE).strip()
    return next((one.rating for one in found.options if str(one.rating) == given), None)
