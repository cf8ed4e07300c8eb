"""The pages in menu order: the explicit list."""

from dashboard.pages import about, briefing, data, diplomacy, launches, overview, sanctions, shipments

PAGES = (overview, shipments, launches, diplomacy, sanctions, briefing, data, about)
MENU = tuple((page.ID, page.PATH) for page in PAGES)
