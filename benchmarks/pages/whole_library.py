"""The dashboard with the whole plotly.js, though a bundle has been made. Options as for `python -m dashboard`."""

import sys
from pathlib import Path

from dashboard.__main__ import main
from dashboard.routes import plotly_js

plotly_js.BUNDLE = Path("no-such-bundle")
sys.exit(main())
