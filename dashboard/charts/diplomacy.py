"""Charts about diplomacy, in the order of the page."""

from dashboard.charts._chart import Chart
from dashboard.charts.diplomacy_meetings import MEETING_MAP, MEETINGS, PER_YEAR
from dashboard.charts.diplomacy_papers import AGREEMENTS, CHINA, MESSAGES, VOTES

CHARTS: tuple[Chart, ...] = (MEETINGS, VOTES, MEETING_MAP, AGREEMENTS, PER_YEAR, MESSAGES, CHINA)
