"""``syspro-stripe.exe``: the command line, and the engine as the service."""

from agent.cli import main

if __name__ == "__main__":
    main(prog_name="syspro-stripe")
