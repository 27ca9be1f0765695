"""Runs first in the built programs: the expression engine imports its own command line, which is left out.

That command line would bring a dozen libraries that nothing else of the product needs.
"""

import sys
import types

sys.modules["cel.cli"] = types.ModuleType("cel.cli")
