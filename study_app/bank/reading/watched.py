"""Which fields of plain data somebody looked at: the others are misspelt, or mean nothing there."""

from collections.abc import Iterator
from typing import Any

from study_app.bank.reading.data_files import Data


class Watched(dict[str, Any]):
    """A mapping that knows which of its fields were asked for, mappings below it included."""

    def __init__(self, values: dict[str, Data]) -> None:
        super().__init__({name: watched(value) for name, value in values.items()})
        self.asked: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[str]:
        self.asked.update(super().__iter__())
        return super().__iter__()

    def items(self) -> Any:
        """Whoever takes them all has asked for each."""
        self.asked.update(super().__iter__())
        return super().items()

    def unread(self) -> Iterator[tuple[str, set[str]]]:
        """The path of each field that nobody asked for, with the names that were."""
        for name in dict.keys(self):
            if name not in self.asked:
                yield name, self.asked
            else:
                for path, asked in _unread(super().__getitem__(name)):
                    yield f"{name}.{path}", asked


def watched(value: Data) -> Any:
    match value:
        case dict():
            return Watched(value)
        case list():
            return [watched(one) for one in value]
        case _:
            return value


def _unread(value: Any) -> Iterator[tuple[str, set[str]]]:
    match value:
        case Watched():
            yield from value.unread()
        case list():
            for number, one in enumerate(value):
                for path, asked in _unread(one):
                    yield f"{number}.{path}", asked
        case _:
            pass
