"""Untrusted XML as a small tree with line numbers; reads no other file and expands no entity.

Any document type is refused: no quiz needs one, and it is where entities, including those that
expand without bound, are declared.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from study_app.words.errors import TextError, error_text

DEEPEST: Final = 50
MOST_ELEMENTS: Final = 250_000
"""10,000 questions have as many, which take 80 MB."""


class BadXml(TextError, ValueError):
    """The file is not XML that can be read here; the text says where and why."""


@dataclass(slots=True)
class Element:
    name: str
    attributes: dict[str, str]
    line: int
    parts: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands between its tags and those of its children."""
        return "".join(self.parts)

    def all(self, name: str) -> Iterator["Element"]:
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Element | None":
        return next(self.all(name), None)

    def has(self, name: str) -> bool:
        """Whether there is such an element at any depth."""
        return any(child.name == name or child.has(name) for child in self.children)

    def said(self, *path: str) -> str:
        """The text at a path of element names; empty if there is none."""
        found: Element | None = self
        for name in path:
            found = None if found is None else found.first(name)
        return "" if found is None else found.text.strip()


def parse(data: bytes) -> Element:
    """The outermost element. Raises `BadXml`."""
    top = Element("", {}, 0)
    open_: list[Element] = [top]
    parser = expat.ParserCreate()
    parser.buffer_text = True
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_) > DEEPEST:
            raise bad_xml(parser.CurrentLineNumber, "elements are nested too deep; flatten them")
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            what = "more than {most} elements; split the file"
            raise bad_xml(parser.CurrentLineNumber, what, most=MOST_ELEMENTS)
        element = Element(name, attributes, parser.CurrentLineNumber)
        open_[-1].children.append(element)
        open_.append(element)

    def end(_name: str) -> None:
        open_.pop()

    def characters(text: str) -> None:
        open_[-1].parts.append(text)

    def refuse(*_: object) -> int:
        what = "a document type or an entity is declared; remove the declaration"
        raise bad_xml(parser.CurrentLineNumber, what)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        why = error_text(expat.ErrorString(error.code))
        what = "not valid XML: {what}; fix it there, or export the file again"
        raise bad_xml(error.lineno, what, what=why) from error
    except BadXml:
        raise
    except (LookupError, ValueError) as error:
        raise BadXml("its encoding is not supported; save the file as UTF-8") from error
    return top.children[0]


def bad_xml(line: int, what: str, /, **values: object) -> BadXml:
    return BadXml("line {line}: {what}", line=line, what=error_text(what, **values))
