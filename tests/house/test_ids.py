"""Ids tell whose they are, and callbacks speak only of ids that exist."""

from collections.abc import Iterator
from typing import Any

import pytest

from dashboard import app as application
from dashboard.pages import PAGES


def ids(component: Any) -> Iterator[str]:
    """Every id in a layout."""
    if isinstance(component, list | tuple):
        for one in component:
            yield from ids(one)
        return
    if getattr(component, "id", None):
        yield component.id
    if hasattr(component, "children"):
        yield from ids(component.children)


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.ID)
def test_every_id_on_a_page_starts_with_the_page(page: Any, lang: str) -> None:
    found = list(ids(page.layout(lang)))
    assert [one for one in found if not one.startswith(f"{page.ID}-")] == []
    assert len(found) == len(set(found))


def test_every_callback_speaks_of_ids_that_exist() -> None:
    app = application.create_app()
    known = {"url", "page", *(one for page in PAGES for one in ids(page.layout("en")))}
    used = set()
    for callback in app.callback_map.values():
        for side in ("inputs", "state"):
            used |= {one["id"] for one in callback[side]}
        used |= {out.component_id for out in _outputs(callback["output"])}
    assert used <= known


def _outputs(output: Any) -> list[Any]:
    return list(output) if isinstance(output, list | tuple) else [output]
