"""The key of a question, and a response, as readable text."""

from typing import assert_never

from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.material.items import Choice, Choices, Matching, Ordering, Question, Typed


def key_lines(question: Question) -> tuple[str, ...]:
    """The right answer in the words of `question`: one line, or one for each part."""
    match question.form:
        case Choice(options) | Choices(options):
            return tuple(option.text for option in options.values() if option.correct)
        case Typed(answer):
            return answer.accept[:1]
        case Ordering(items):
            return tuple(items.values())
        case Matching(pairs):
            return tuple(f"{left} → {right}" for left, right in pairs.values())
        case _:
            assert_never(question.form)


def response_lines(question: Question, response: Response) -> tuple[str, ...]:
    """`response` in the words of `question`. Keys missing from the content are shown as is."""
    match question.form, response:
        case _, TypedText(text):
            return (text,)
        case ((Choice(options) | Choices(options)), Picked(keys)):
            return tuple(options[key].text if key in options else key for key in keys)
        case Ordering(items), Picked(keys):
            return tuple(items.get(key, key) for key in keys)
        case Matching(pairs), Paired(joined):
            unknown = ("?", "?")
            return tuple(
                f"{pairs.get(left, unknown)[0]} → {pairs.get(right, unknown)[1]}"
                for left, right in joined
            )
        case _, Picked(keys):
            return keys
        case _, Paired(joined):
            return tuple(f"{left} → {right}" for left, right in joined)
        case _:
            assert_never(response)
