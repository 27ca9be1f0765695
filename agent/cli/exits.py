"""What the program's exit code means.

====  ==========================================================================
0     fine
1     something needs a person: a right is missing, a proof does not hold, a question was answered with no
2     wrong usage: an option or argument that does not exist or does not fit
3     misconfigured: a setting, secret, folder or the right to post has to be changed first
4     not reachable: Stripe, SYSPRO or the database did not answer; the same command may be given again
70    an error of the program; the sentence names the log that says where
====  ==========================================================================
"""

from enum import IntEnum

from agent.domain.errors import AgentError, Misconfigured, Transient


class ExitCode(IntEnum):
    """The exit codes of every command."""

    FINE = 0
    """All is well."""
    NEEDS_PERSON = 1
    """Something needs a person."""
    WRONG_USAGE = 2
    """The command line cannot be understood; click's own code."""
    MISCONFIGURED = 3
    """Nothing works until something is set right."""
    NOT_REACHABLE = 4
    """Nothing was done; later it may work."""
    BUG = 70
    """An error of the program; EX_SOFTWARE of sysexits.h."""


#: The table above for `--help`; click keeps the lines of a paragraph that starts with ``\b``.
EPILOG = """\b
Exit codes:
  0   fine
  1   something needs a person, a check was not passed, or the books are not proven
  2   wrong usage
  3   misconfigured: a setting, secret, folder or the right to post
  4   not reachable: try again later
  70  an error of the program"""


def exit_code_of(error: AgentError) -> ExitCode:
    """Return the exit code that says what has to happen next."""
    if isinstance(error, Misconfigured):
        return ExitCode.MISCONFIGURED
    if isinstance(error, Transient):
        return ExitCode.NOT_REACHABLE
    return ExitCode.NEEDS_PERSON
