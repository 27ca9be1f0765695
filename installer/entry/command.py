"""``syspro-stripe.exe``: the command line, and the engine as the service."""

from agent.__main__ import main

if __name__ == "__main__":
    main()
