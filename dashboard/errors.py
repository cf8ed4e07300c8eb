"""The errors that a user can cause: each names the place, quotes the value and says what was wanted."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Offence:
    """One fault in the data files. `line` counts from 1 and includes the header; 0 speaks of the whole file."""

    file: str
    line: int
    column: str
    value: str
    problem: str

    def __str__(self) -> str:
        shown = self.value if len(self.value) <= 80 else self.value[:77] + "…"
        return f"data/{self.file}:{self.line}: {self.column}: {shown}: {self.problem}"


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
