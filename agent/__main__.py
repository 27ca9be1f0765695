"""``python -m agent``, and the built program: the command line, and the engine as a service."""

import sys


def main() -> None:
    """Run what was typed; the service goes another way, because Windows waits only so long for it to answer."""
    if sys.argv[1:3] == ["service", "host"]:
        from agent.hosted import main as hosted  # noqa: PLC0415 - only one of the two

        sys.exit(hosted(sys.argv[3:]))
    from agent.cli import main as typed  # noqa: PLC0415 - the same

    typed(prog_name="syspro-stripe")


if __name__ == "__main__":
    main()
