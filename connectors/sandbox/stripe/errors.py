"""Errors as Stripe words and shapes them (docs.stripe.com/api/errors and /error-codes)."""

from connectors.sandbox.stripe.store import Obj


class StripeRefusal(Exception):  # noqa: N818 - Stripe's answer, not a fault of this program
    """A call that Stripe would answer with an error.

    Args:
        status: HTTP status.
        message: Stripe's sentence.
        kind: Stripe's ``type``.
        code: Stripe's ``code``, where it has one.
        param: The parameter at fault, in form notation such as ``address[city]``.
        more: Further fields of the error object.
        headers: HTTP headers that go with it.
    """

    def __init__(  # noqa: PLR0913 - the fields of Stripe's error object
        self,
        status: int,
        message: str,
        *,
        kind: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        more: Obj | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.kind = kind
        self.code = code
        self.param = param
        self.more = more or {}
        self.headers = headers or {}

    def body(self, request_id: str) -> Obj:
        """Return the JSON body of the answer to request ``request_id``."""
        error: Obj = {"message": self.message, "type": self.kind, **self.more}
        if self.code is not None:
            error["code"] = self.code
            error["doc_url"] = f"https://stripe.com/docs/error-codes/{self.code.replace('_', '-')}"
        if self.param is not None:
            error["param"] = self.param
        if self.status != 401:
            error["request_log_url"] = f"https://dashboard.stripe.com/test/logs/{request_id}"
        return {"error": error}


def missing(noun: str, object_id: str, *, param: str = "id", status: int = 404) -> StripeRefusal:
    """Say that there is no such object; a list's cursor says it with status 400."""
    return StripeRefusal(status, f"No such {noun}: '{object_id}'", code="resource_missing", param=param)


def bad(message: str, *, param: str | None = None, code: str | None = None) -> StripeRefusal:
    """Refuse a request that is wrong in itself (400)."""
    return StripeRefusal(400, message, code=code, param=param)
