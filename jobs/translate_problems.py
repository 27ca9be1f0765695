"""What is told of a subject that could not be decided yet, or at all."""

from agent.domain.errors import Problem

BUG = Problem(
    title="Deciding a payment met an error of the program",
    message="The payment could not be decided because of an error of the program; it is tried again.",
    press="Send us the log of today if it stays.",
    code="translate.bug",
)

SAME_CUSTOMER = Problem(
    title="The customer is being made",
    message="Another payer with the same e-mail address is being made a SYSPRO customer; this payment waits for it.",
    code="customer.on_its_way",
)

NOTE_ON_ITS_WAY = Problem(
    title="The credit note is on its way",
    message="The refund's money came back; it is booked when its credit note is in SYSPRO.",
    code="refund.credit_on_its_way",
)

SENT_MEANWHILE = Problem(
    title="It was sent meanwhile",
    message="A document about it was sent while it was being decided again; it is decided once more.",
    code="translate.sent_meanwhile",
)

EVENT_UNREADABLE = Problem(
    title="An event of Stripe could not be read",
    message="Stripe sent an event whose form is not the documented one. It was kept as it came and set aside.",
    press="Look at the payment in Stripe and retry it by its id.",
    code="event.unreadable",
)
