"""Reading a layout as a reader would."""

from collections.abc import Iterator
from typing import Any


def every(component: Any) -> Iterator[Any]:
    """The components of a layout, outermost first; texts stand as they are."""
    if isinstance(component, list | tuple):
        for one in component:
            yield from every(one)
        return
    if component is None:
        return
    yield component
    if hasattr(component, "children"):
        yield from every(component.children)


def text(component: Any) -> str:
    """The words in it, with one blank between parts."""
    return " ".join(str(one) for one in every(component) if isinstance(one, str | int | float))


def kind(component: Any, name: str) -> list[Any]:
    """The components of one kind, such as `A` or `H2`."""
    return [one for one in every(component) if type(one).__name__ == name]


def links(component: Any) -> list[str]:
    """Where the links in it lead."""
    return [one.href for one in every(component) if type(one).__name__ in ("A", "Link")]
