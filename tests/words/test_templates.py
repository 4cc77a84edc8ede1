"""Templates: plurals and Korean particles."""

import pytest

from study_app.words.templates import filled_in


@pytest.mark.parametrize(("count", "text"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards")])
def test_a_noun_has_the_number_of_its_count(count: int, text: str) -> None:
    assert filled_in("{count} {count:card|cards}", {"count": count}) == text


@pytest.mark.parametrize(
    ("word", "object_", "subject", "topic", "with_", "to"),
    [
        ("작업", "을", "이", "은", "과", "으로"),
        ("역할", "을", "이", "은", "과", "로"),  # ㄹ takes 로
        ("태스크", "를", "가", "는", "와", "로"),
        ("4", "를", "가", "는", "와", "로"),  # 사
        ("6", "을", "이", "은", "과", "으로"),  # 육
        ("8", "을", "이", "은", "과", "로"),  # 팔
        ("10", "을", "이", "은", "과", "으로"),  # 십
        ("75%", "를", "가", "는", "와", "로"),  # 퍼센트
        ("IAM", "을", "이", "은", "과", "으로"),  # 엠
        ("ECS", "를", "가", "는", "와", "로"),
        ("`작업`", "을", "이", "은", "과", "으로"),
        ("binpack", "을(를)", "이(가)", "은(는)", "과(와)", "(으)로"),  # nobody can tell
    ],
)
def test_a_particle_follows_the_last_sound(
    word: str, object_: str, subject: str, topic: str, with_: str, to: str
) -> None:
    template = "{word:을/를} {word:이/가} {word:은/는} {word:과/와} {word:으로/로}"
    assert filled_in(template, {"word": word}) == f"{object_} {subject} {topic} {with_} {to}"
