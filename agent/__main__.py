"""``python -m agent``: the command line."""

from agent.cli import main

main(prog_name="syspro-stripe")
