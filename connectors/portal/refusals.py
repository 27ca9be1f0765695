"""What the portal says instead of an answer: a status, a code for programs, and a sentence."""

from agent.domain.errors import AgentError, NeedsPerson, Transient


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """A request that is not answered.

    Args:
        status: HTTP status.
        code: Cause for programs, such as ``token.unknown``.
        sentence: What happened and what to do.
        wait_s: Seconds after which it may be tried again; 0 where waiting does not help.
    """

    def __init__(self, status: int, code: str, sentence: str, *, wait_s: int = 0) -> None:
        super().__init__(sentence)
        self.status = status
        self.code = code
        self.sentence = sentence
        self.wait_s = wait_s


def refusal_of(error: AgentError) -> Refusal:
    """Return what the outside may know of an error: never a server's name, a setting or another's data."""
    if isinstance(error, NeedsPerson) and error.problem.code == "customer.unknown":
        return Refusal(404, error.problem.code, "SYSPRO does not have this customer.")
    if isinstance(error, NeedsPerson) and error.problem.code.startswith("order."):
        return Refusal(409, error.problem.code, error.problem.message)
    if isinstance(error, Transient):
        return Refusal(503, "portal.unavailable", "SYSPRO or Stripe does not answer now. Try again.", wait_s=30)
    return Refusal(500, "portal.needs_attention", "The portal needs attention from whoever runs it.")


def bad_request(sentence: str) -> Refusal:
    """Return the refusal of a request that does not read as documented."""
    return Refusal(400, "request.bad", sentence)
