"""What happens next? A question about the frame after the one on screen, made from its playback."""

from study_app.learning.material.items import Choice, Option, Question
from study_app.simulator.model.trace import RULES_CHECKED
from study_app.simulator.playback.frames import Caption, Playback

PROMPT = Caption("predict.prompt")


def can_predict(playback: Playback, number: int) -> bool:
    """Whether something follows frame `number` that could be predicted wrongly."""
    return bool(playback.guesses(number))


def prediction(playback: Playback, number: int, item: str, language: str) -> Question:
    """The question about frame `number` + 1, with the log id `item`.

    The keys of its options name what happens, so that the log can be read without the case. Raises
    ValueError if `can_predict` is false.
    """
    guesses = playback.guesses(number)
    if not guesses:
        raise ValueError(f"nothing can be predicted after frame {number}")
    following = playback.frames[number + 1]
    right = following.caption
    reason = "; ".join(f"`{applied.text(language)}`" for applied in following.applied)
    options = {_key(right): Option(right.text(language), reason, correct=True)}
    because = Caption("predict.instead", {"what": right.text(language)}).text(language)
    for guess in guesses:
        options.setdefault(_key(guess), Option(guess.text(language), because))
    return Question(
        id=item,
        skills={},
        source=following.applied[-1].rule.source if following.applied else "",
        checked=RULES_CHECKED,
        prompt=PROMPT.text(language),
        form=Choice(options),
        difficulty=2,
    )


def _key(caption: Caption) -> str:
    values = (str(value) for value in caption.values.values())
    return ":".join([caption.id, *values])
