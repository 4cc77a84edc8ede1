"""Cards as lines."""

from collections.abc import Iterable, Iterator

from study_app.learning.material.items import Card, Topic
from study_app.plain.lab import playback_lines
from study_app.simulator.kinds.registry import play
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import one_line, visible
from study_app.words.wording import say


def card_lines(study: Study, topics: Iterable[Topic], language: Language) -> Iterator[str]:
    """Every card of `topics`, with its worked example where it has one."""
    for topic in topics:
        yield f"# {one_line(study.topic_title(topic, language))}"
        for card in study.bank.cards_of(topic):
            for translation in study.translations(card, language):
                yield from map(visible, _card(translation, language))
            if card.scenario is not None:
                scenario = study.bank.scenarios[card.scenario]
                yield from playback_lines(play(scenario.case), language)
        yield ""


def _card(card: Card, language: Language) -> Iterator[str]:
    yield ""
    yield f"## {card.title}"
    yield ""
    yield from card.body.rstrip().splitlines()
    if card.era is not None:
        yield ""
        yield say("In the exam: {saying}", language, saying=card.era.exam.strip())
        yield say("Today: {saying}", language, saying=card.era.today.strip())
    yield ""
    checked = say("checked {day}", language, day=card.checked.isoformat())
    yield f"{card.source} ({checked})"
