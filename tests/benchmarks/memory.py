"""How much memory a benchmark's own process took."""

import re
import resource
import sys
from pathlib import Path


def most_bytes():
    """Return the most memory of this process; Linux's `ru_maxrss` begins with what the starting process had."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text("ascii")
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
