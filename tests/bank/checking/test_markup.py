"""Markdown that shows as it was typed, and what is refused of the rest."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from study_app.bank.checking.markup import markdown_problems, plain_problems, problems_by_parser
from study_app.bank.checking.sound_markup import is_sound

SOUND = """\
A **bold** word, `code with <b>, *stars* and __init__`, and 4 * 5 < 20.

- one, with snake_case and a_b_c
- two (**태스크**를 봅니다.)

1. first
2. second

| name | value |
|---|---:|
| `a \\| b` | **x** |
| task:group == databases | ~5 |

```yaml
key: <value>  # *not* emphasis
```"""

REFUSED = [
    ("a <br> b", "HTML '<br>' outside code; write it as `code`, or in words"),
    ("<div>\nx\n</div>", "HTML outside code; write it as `code`, or in words"),
    ("call __init__ first", "'__init__' loses its __; write it as `code`"),
    ("an _apple_ a day", "'_apple_' loses its _; write it as `code`"),
    ("an *apple* a day", "'*apple*' loses its *; write it as `code`"),
    ("~~gone~~", "'~~gone~~' loses its ~~; write it as `code`"),
    ("see [here](https://a.b)", "a link ('here'); only 'source' holds addresses"),
    ("see <https://a.b>", "a link ('https://a.b'); only 'source' holds addresses"),
    ("![alt](https://a.b)", "a link ('alt'); only 'source' holds addresses"),
    ("[x]: https://a.b", "the line that defines the link 'X' disappears; remove it"),
    ("4 &lt; 5", "'&lt;' shows as '<'; write it as `code`"),
    ("a \\* b", "'\\\\*' shows as '*'; write it as `code`"),
    ("a\\\nb", "a line ends with two spaces or a backslash; remove them"),
    ("a  \nb", "a line ends with two spaces or a backslash; remove them"),
    ("# Title", "a heading; write a line in **bold** instead"),
    ("Title\n---", "a heading; write a line in **bold** instead"),
    ("> said", "a line that begins with > becomes a block quote"),
    ("a\n\n***", "a line of - or * becomes a horizontal rule"),
    ("a\n\n    b", "four spaces at the start of a line make code; fence it with ```"),
    ("```\ncode", "a code block is not closed with ```"),
    ("a `code", "` stays visible in '`code': it is unmatched"),
    (
        "**`awslogs`**가 보냅니다.",
        (
            "** stays visible in '**`awslogs`**가 보냅니다.': bold that begins or ends with a"
            " bracket, a quote or a ` needs a space outside it"
        ),
    ),
    (
        "| a | b |\n|---|---|\n| `x|y` | 2 |",
        "the table row '| `x|y` | 2 |' has 3 cells, its header 2; inside a cell write \\|",
    ),
    (
        "| a | b |\n|---|---|\n| 1 |",
        "the table row '| 1 |' has 1 cells, its header 2; inside a cell write \\|",
    ),
]


def test_the_subset_is_accepted() -> None:
    """'paragraphs, lists, tables, code'"""
    assert list(markdown_problems(SOUND)) == []


@pytest.mark.parametrize(("text", "problem"), REFUSED)
def test_what_would_not_show_as_typed_is_refused(text: str, problem: str) -> None:
    assert problem in [one.en for one in markdown_problems(text)]


SIGNS = ["a", "태", " ", "*", "**", "_", "__", "`", "``", "~~", "<", ">", "b>", "&", "amp;", "\\",
    "[", "](", ")", "]: ", "!", "#", "- ", "1. ", "| ", "|---|\n", "\n", "\n\n", "    ", "(", '"',
    "```\n", "http://a.b"]  # fmt: skip


@given(st.lists(st.sampled_from(SIGNS), max_size=20).map("".join))
def test_what_is_accepted_shows_every_sign_but_those_of_the_markup(text: str) -> None:
    """'markup or control characters that would not show as typed'"""
    if not list(markdown_problems(text)):
        rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
        shown = html.unescape(re.sub(r"<[^<>]*>", "", rendered))
        markup = r"[\s*`|:~0-9.\\-]"
        assert re.sub(markup, "", shown) == re.sub(markup, "", text)


PARTS = [*SIGNS, "**a b**", "`a b`", "`a|b`", "\n- ", "\n- a", "a_b", "\n1.     a", "\n- -     a",
    "\n| a | b |\n|---|---|\n| c | `d` |\n\n", "\n|---||", "\n```json\nb\n```\n", "\r", "  ", "\t",
    "…", "\n===", "\n---", "+", "  \t"]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_what_is_not_parsed_is_what_the_parser_finds_nothing_in(text: str) -> None:
    """'recognized without parsing it'"""
    if is_sound(text):
        assert list(problems_by_parser(text)) == []


USUAL = """\
A **bold** word, `code with <b>, *stars* and __init__`, and x86_64.

- one, with `code`
- **two** words (**태스크**를 봅니다.)

| name | value |
|---|---|
| `a` | **x** |

```yaml
key: <value>  # *not* emphasis
```"""


def test_what_content_usually_has_is_not_parsed() -> None:
    """'Nearly all of the content is of it'"""
    assert is_sound(USUAL)
    assert not is_sound(f"{USUAL}\n\n*x*")


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    list(markdown_problems(text))
    list(plain_problems(text))


def test_plain_text_stands_on_one_line_without_code() -> None:
    assert list(plain_problems("a <b> __c__ *d* | e")) == []
    assert [one.en for one in plain_problems("a `b`")] == ["this text is plain; remove the `"]
    assert [one.en for one in plain_problems("a\nb")] == [
        "this text is a single line; join its lines"
    ]
