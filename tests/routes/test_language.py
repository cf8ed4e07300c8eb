"""Which language a reader is answered in."""

import pytest

from dashboard.query import language


@pytest.mark.parametrize(
    ("param", "accept", "lang"),
    [
        ("fr", "en", "fr"),
        ("en", "fr", "en"),
        ("de", "fr", "fr"),
        (None, "", "en"),
        (None, "fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5", "fr"),
        (None, "en;q=0.3, fr;q=0.4", "fr"),
        (None, "de, fr;q=0.2", "fr"),
        (None, "FR", "fr"),
        (None, "fr;q=0", "en"),
        (None, "*, fr;q=0.5", "en"),
        (None, "ko, ja", "en"),
        (None, "fr;q=nan, ;;,q=", "en"),
    ],
)
def test_the_address_decides_then_the_browser_then_english(param: str | None, accept: str, lang: str) -> None:
    assert language(param, accept) == lang
