"""The errors that a user can cause: each names the place, quotes the value and says what was wanted."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Control and format characters, halves of pairs, ends of lines and paragraphs: in a terminal or a log they act, or hide.
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@dataclass(frozen=True, order=True)
class Offence:
    """One fault in the data files. `line` counts from 1 and includes the header; 0 speaks of the whole file.

    As text it is one line, whatever characters the value holds.
    """

    file: str
    line: int
    column: str
    value: str
    problem: str

    def __str__(self) -> str:
        line = f"data/{self.file}:{self.line}: {self.column}: {_short(self.value, 80)}: {_short(self.problem, 1000)}"
        return "".join("�" if unicodedata.category(char) in _UNSEEN else char for char in line)


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 3] + "…"


class DataError(Exception):
    """The data files were refused; `offences` lists everything that is wrong with them."""

    def __init__(self, offences: Sequence[Offence]) -> None:
        self.offences = tuple(sorted(offences))
        super().__init__("\n".join(str(offence) for offence in self.offences))


class QueryError(ValueError):
    """An address parameter that cannot be obeyed: its name, the value given, what was wanted."""

    def __init__(self, key: str, value: str, wanted: str) -> None:
        self.key, self.value, self.wanted = key, value, wanted
        super().__init__(f"{key}={value}: {wanted}")
