"""``syspro-stripe-tray.exe``: the window and its tray icon."""

import sys

from gui.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
