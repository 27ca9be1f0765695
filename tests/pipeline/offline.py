"""Run the command line in a process in which nothing may reach out: `python -m tests.pipeline.offline ARGUMENTS`.

The interpreter itself tells of every name that is looked up and every packet that is sent, whoever does it.
"""

import os
import socket
import sys

from agent.cli import main

REACHED = 99

_REACHING = (
    "socket.connect",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.bind",
)


def forbid(event, arguments):
    """End the process when something reaches out."""
    if event.startswith(_REACHING) or event.startswith(("urllib.", "http.client.", "ftplib.", "smtplib.")):
        print(f"Something reached out: {event} {arguments}.", file=sys.stderr)  # noqa: T201 - it is a program
        sys.stderr.flush()
        os._exit(REACHED)


if __name__ == "__main__":
    sys.addaudithook(forbid)
    if sys.argv[1:] == ["reach"]:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    main(sys.argv[1:])
