"""`python -m kennisstad`."""

import sys

from kennisstad.cli import main

sys.exit(main())
