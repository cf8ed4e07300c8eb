"""Whatever an address says, a page takes what makes sense of it and a data address refuses the rest by name."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import charts, dates
from dashboard.errors import QueryError
from dashboard.query import Query, Spec, language, read, read_strictly, write

SPECS = [Spec(), *(chart.params for chart in charts.CHARTS)]
KEYS = sorted({name for spec in SPECS for name in spec.names()} | {"lang", "utm_source", "colour"})
DAYS = ["2024", "2024-03", "2024-02-30", "0001", "9999-12-31", "2023/2024", "-2024", "２０２４", "1e309", " 2024"]
IDS = sorted({value for spec in SPECS for name in spec.names()[3:] for value in spec.choice(name).values})
VALUES = st.one_of(st.sampled_from([*DAYS, *IDS, "", "fr"]), st.lists(st.sampled_from(IDS)).map(",".join), st.text())
PAIRS = st.lists(st.tuples(st.one_of(st.sampled_from(KEYS), st.text()), VALUES), max_size=8)
SPEC = st.sampled_from(SPECS)


@given(spec=SPEC, pairs=PAIRS)
def test_a_page_understands_or_names_every_parameter(spec: Spec, pairs: list[tuple[str, str]]) -> None:
    params = dict(pairs)
    query, refused = read(params, spec)
    read_again, none = read(dict(_pairs(write(query, spec))), spec)
    assert (read_again.only(spec), none) == (query.only(spec), ())
    for key, value in params.items():
        obeyed = key in spec.names() and (value == "" or _says(query, spec, key))
        assert (
            obeyed or key == "lang" or key.startswith("utm_") or any(one.startswith(f"{key}="[:80]) for one in refused)
        )


@given(spec=SPEC, pairs=PAIRS)
def test_a_data_address_is_obeyed_whole_or_refused_by_the_name_of_a_parameter(
    spec: Spec, pairs: list[tuple[str, str]]
) -> None:
    query, refused = Query(), None
    try:
        query = read_strictly(pairs, spec)
    except QueryError as error:
        refused = error
    if refused:
        assert refused.key in {*dict(pairs), "end"}
        assert str(refused).startswith(f"{refused.key}={refused.value}: ")
    else:
        assert {key for key, _ in pairs} <= {*spec.names(), "lang"}
        assert not query.start or not query.end or query.first() <= query.last()  # type: ignore[operator]


@given(spec=SPEC, raw=st.dictionaries(st.text(), st.one_of(st.none(), st.integers(), st.lists(st.text()), st.text())))
def test_a_parameter_of_any_kind_is_no_fault(spec: Spec, raw: dict[str, object]) -> None:
    assert read(raw, spec)[0] == Query()


@given(param=st.one_of(st.none(), st.text()), accept=st.text(alphabet="enfr-,;q=01. *\x00é"))
def test_every_header_gives_a_language(param: str | None, accept: str) -> None:
    assert language(param, accept) in ("en", "fr")


@given(text=st.text(alphabet="0123456789-", max_size=11))
def test_a_text_is_a_date_with_a_first_and_a_last_day_or_it_is_none(text: str) -> None:
    if dates.valid(text):
        assert dates.first_day(text) <= dates.last_day(text)
    else:
        with pytest.raises(ValueError, match="is not a date"):
            dates.first_day(text)


def _pairs(address: str) -> list[tuple[str, str]]:
    return parse_qsl(address.removeprefix("?"), strict_parsing=bool(address))


def _says(query: Query, spec: Spec, key: str) -> bool:
    return bool(getattr(query, key) if key in ("start", "end", "asof", "overlay") else query.chosen(key))
