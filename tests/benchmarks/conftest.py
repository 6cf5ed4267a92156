"""The benchmarks are scripts: their tests import them by the names they use among themselves."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
