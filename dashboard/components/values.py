"""What the values of the tables are called in the reader's language."""

from dashboard.text import Words

# The sections of the text files in which the label of a value may stand.
_SECTIONS = ("record.value", "unit", "group", "source_check")


def missile(name: str, otherwise: str) -> str:
    """The name of a missile; `otherwise` where the data have none, or only its class."""
    return otherwise if name.startswith("Unknown") else name


def label(column: str, value: str, words: Words) -> str:
    """The name of a value of that column; "" where the text files have none."""
    keys = (f"record.value.{column}-{value}", *(f"{section}.{value}" for section in _SECTIONS))
    return next((words(key) for key in keys if key in words), "")
