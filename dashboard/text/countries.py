"""Names of countries and of the senders that are none, in both languages."""

import gettext
from functools import cache

import pycountry

# What pycountry does not know, or calls by a name that nobody reads in a newspaper.
_NAMES = {
    "EU": ("European Union", "Union européenne"),
    "FSM": ("Micronesia", "Micronésie"),
    "PSE": ("Palestine", "Palestine"),
    "RUS": ("Russia", "Russie"),
    "SUN": ("Soviet Union", "Union soviétique"),
    "UN": ("United Nations", "Nations unies"),
    "XKX": ("Kosovo", "Kosovo"),
}


@cache
def country(code: str, lang: str) -> str:
    """The name of an ISO 3166-1 alpha-3 code, of `EU`, `UN` or `SUN`; the code itself when it is none of these."""
    if code in _NAMES:
        return _NAMES[code][lang == "fr"]
    found = pycountry.countries.get(alpha_3=code)
    if found is None:
        return code
    name = str(getattr(found, "common_name", found.name))
    if lang == "en":
        return name
    return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[lang]).gettext(name)
