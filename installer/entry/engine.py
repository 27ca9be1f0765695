"""``syspro-stripe-engine.exe``: the engine as Windows' service control starts it."""

import sys

from agent.cli.hosted import main

if __name__ == "__main__":
    sys.exit(main())
