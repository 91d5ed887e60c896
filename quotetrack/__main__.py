"""``python -m quotetrack``."""

import sys

from quotetrack.cli import main

sys.exit(main())
