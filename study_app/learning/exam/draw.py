"""Which questions an exam asks: exactly by the blueprint, each card once, longest unseen first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from random import Random

from study_app.learning.exam.shape import MOST_WORKED, Shape, several, wanted
from study_app.learning.material.blueprint import Blueprint, domain_of
from study_app.learning.material.items import Asking, QuestionKind, Template, TemplateForm


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that an exam can ask, and the domains that it can be drawn for."""

    id: str
    kind: QuestionKind
    domains: tuple[str, ...]
    card: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """`last` has when a question was shown last, by its id; `recent` is what the last two attempts
    showed.
    """

    last: Mapping[str, datetime] = field(default_factory=dict)
    recent: Collection[str] = frozenset()


NOTHING_SEEN = Seen()


@dataclass(frozen=True, slots=True)
class DrawnQuestion:
    """One question of the exam, and the domain that it was drawn for."""

    id: str
    domain: str
    kind: QuestionKind


@dataclass(frozen=True, slots=True)
class Draw:
    """`short` has, by domain, how many questions the bank is short of; `again` counts those already
    shown in one of the last two attempts.
    """

    questions: tuple[DrawnQuestion, ...]
    short: Mapping[str, int]
    again: int

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.questions)

    @property
    def domains(self) -> tuple[str, ...]:
        return tuple(one.domain for one in self.questions)


def candidates(questions: Iterable[Asking], exam: str) -> list[Candidate]:
    """The `questions` that `exam` can ask: of its kinds, with one of its skills."""
    return [
        Candidate(one.id, one.kind, domains, one.card)
        for one in questions
        if _is_asked_so(one)
        and (domains := tuple(sorted({domain_of(skill) for skill in one.skills.get(exam, ())})))
    ]


def _is_asked_so(question: Asking) -> bool:
    if isinstance(question, Template):
        return question.form is TemplateForm.CHOICE
    return question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}


def draw(
    shape: Shape,
    blueprint: Blueprint,
    bank: Iterable[Candidate],
    chance: Random,
    seen: Seen = NOTHING_SEEN,
) -> Draw:
    """The questions of an exam of this `shape`, mixed.

    Never the same card twice. Unseen questions first, then the longest unseen; those of the last
    two attempts only if there is nothing else. Up to two questions have drawn numbers; multiple
    response ones are in the same proportion as in the exam, if the bank allows. A domain with too
    few questions stays short: it is not filled from another.
    """
    counts = wanted(shape, blueprint)
    whole = blueprint.scored + blueprint.unscored
    worked = chance.randint(0, round(MOST_WORKED * min(1, shape.questions / whole)))
    ranked = list(_at_most_worked(_ranked(bank, chance, seen), worked))
    least, most = several(shape.questions, whole)
    table = _Table(_seats(counts, chance.randint(least, most), ranked))
    never = [one for one in ranked if one.id not in seen.last and one.id not in seen.recent]
    table.seat(never)
    table.seat(one for one in ranked if one.id not in seen.recent)
    table.trade(least, most)
    table.seat(())
    table.seat(ranked)
    table.trade(0, most)
    table.seat(())
    mixed = [
        DrawnQuestion(one.id, seat.domain, one.kind) for seat in table.seats for one in seat.taken
    ]
    chance.shuffle(mixed)
    found = Counter(one.domain for one in mixed)
    return Draw(
        questions=tuple(mixed),
        short={key: count - found[key] for key, count in counts.items() if found[key] < count},
        again=sum(one.id in seen.recent for one in mixed),
    )


@dataclass(slots=True)
class _Seat:
    """Seats for questions of one domain: those with one right option, or with `several`."""

    domain: str
    several: bool
    places: int
    taken: list[Candidate] = field(default_factory=list)

    @property
    def free(self) -> int:
        return self.places - len(self.taken)

    def suits(self, one: Candidate) -> bool:
        return self.domain in one.domains and self.several is (one.kind is QuestionKind.CHOICES)


class _Table:
    """A matching of cards with seats, enlarged along augmenting paths (Kuhn).

    A card seated earlier is never dropped for a later one, but may have to move.
    """

    def __init__(self, seats: list[_Seat]) -> None:
        self.seats = seats
        self._came: dict[str, dict[str, Candidate]] = {}
        """The questions of each card that can be asked."""
        self._seated: set[str] = set()

    def seat(self, coming: Iterable[Candidate]) -> None:
        """Seat `coming` in order, then move others as long as that seats one more."""
        with_places = [seat for seat in self.seats if seat.free > 0]
        for one in coming:
            if not with_places:
                return  # all seats are taken, and none is given up again
            card = _card(one)
            self._came.setdefault(card, {})[one.id] = one
            if card in self._seated:
                continue
            for seat in with_places:
                if seat.suits(one):
                    seat.taken.append(one)
                    self._seated.add(card)
                    if seat.free == 0:
                        with_places.remove(seat)
                    break
        visited: set[int] = set()
        waiting = [card for card in self._came if card not in self._seated]
        for card in waiting:
            if all(seat.free == 0 for seat in self.seats):
                return
            if self._move_up(card, visited):
                self._seated.add(card)
                visited.clear()

    def trade(self, least: int, most: int) -> None:
        """Give the free seats of one kind to the other kind of the same domain, keeping `least` to
        `most` for multiple response.
        """
        pairs = zip(self.seats[::2], self.seats[1::2], strict=True)
        for multiple, single in pairs:
            places = sum(seat.places for seat in self.seats if seat.several)
            if multiple.free > 0 and single.free > 0:
                continue
            given = min(multiple.free, max(0, places - least))
            given -= min(single.free, max(0, most - places))
            multiple.places -= given
            single.places += given

    def _move_up(self, card: str, visited: set[int]) -> bool:
        """Seat `card`, skipping seats already `visited` without success since the last change."""
        for one in self._came[card].values():
            for number, seat in enumerate(self.seats):
                if number in visited or not seat.suits(one):
                    continue
                visited.add(number)
                if seat.free > 0:
                    seat.taken.append(one)
                    return True
                for sitting in tuple(seat.taken):
                    if self._move_up(_card(sitting), visited):
                        seat.taken.remove(sitting)
                        seat.taken.append(one)
                        return True
        return False


def _card(one: Candidate) -> str:
    return one.card or one.id


def _seats(counts: Mapping[str, int], several: int, ranked: Sequence[Candidate]) -> list[_Seat]:
    """For each domain the multiple response seats, then the others.

    `several` seats are dealt out one by one, each to the domain furthest behind its share of the
    exam that still has such cards.
    """
    total = sum(counts.values())
    asking_so = [one for one in ranked if one.kind is QuestionKind.CHOICES]
    most = {
        domain: min(count, len({_card(one) for one in asking_so if domain in one.domains}))
        for domain, count in counts.items()
    }
    dealt = dict.fromkeys(counts, 0)
    for number in range(1, several + 1):
        behind = {
            domain: number * count - dealt[domain] * total
            for domain, count in counts.items()
            if dealt[domain] < most[domain]
        }
        if not behind:
            break
        dealt[max(behind, key=lambda domain: behind[domain])] += 1
    return [
        _Seat(domain, is_several, dealt[domain] if is_several else count - dealt[domain])
        for domain, count in counts.items()
        for is_several in (True, False)
    ]


def _ranked(bank: Iterable[Candidate], chance: Random, seen: Seen) -> list[Candidate]:
    """Unseen first, then the longest unseen, those of the last two attempts last.

    Ties are random.
    """
    mixed = sorted(bank, key=attrgetter("id"))
    chance.shuffle(mixed)
    last = seen.last
    never = [one for one in mixed if one.id not in last]
    longest = sorted((one for one in mixed if one.id in last), key=lambda one: last[one.id])
    return sorted([*never, *longest], key=lambda one: one.id in seen.recent)


def _at_most_worked(ranked: Iterable[Candidate], most: int) -> Iterator[Candidate]:
    """Only the first `most` questions with drawn numbers: there are many of them."""
    worked = 0
    for one in ranked:
        if one.kind is QuestionKind.WORKED:
            worked += 1
            if worked > most:
                continue
        yield one
