"""What both front ends say about a mock exam."""

from collections.abc import Iterator

from study_app.learning.exam.draw import Draw
from study_app.words.language import Language
from study_app.words.wording import say


def shortages(drawn: Draw, language: Language) -> Iterator[str]:
    """Reports domains with too few questions in the bank."""
    for domain, count in drawn.short.items():
        yield say(
            (
                "Domain {domain} has {count} {count:question|questions} too few. "
                "Other domains do not make up for it."
            ),
            language,
            domain=domain,
            count=count,
        )
    if drawn.again:
        yield say(
            "{count} {count:question was|questions were} in one of your last two exams: the "
            "content has no others.",
            language,
            count=drawn.again,
        )
