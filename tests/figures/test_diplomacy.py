"""The colours of the meetings' marks."""

from dashboard.figures.diplomacy import host_colour


def test_a_meeting_in_the_soviet_union_has_moscows_colour() -> None:
    assert host_colour("SUN") == host_colour("RUS")
    assert host_colour("SUN") not in {host_colour("PRK"), host_colour("CHN")}
