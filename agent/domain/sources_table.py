"""The rows of the source declarations; :mod:`agent.domain.sources` gives them their types.

One line a path: path, type, meaning, example; ``*`` stands for any name. Groups of lines are shared by subjects. Our
own names come first, then Stripe's objects as the API has them (names of the pinned version, docs.stripe.com/api).
"""

from collections.abc import Mapping

_PAYMENT = """
payment.id | text | Stripe's id of the payment | ch_3PqT
payment.reference | text | Our reference, by which SYSPRO is searched | ch_3PqT
payment.invoice_reference | text | Our reference of the invoice that is made for it | ch_3PqT.I
payment.order_invoice_reference | text | Our reference of the invoicing of its order | ch_3PqT.N
payment.status | text | succeeded, pending or failed | succeeded
payment.captured | yes/no | Whether the money was taken, not only authorised | yes
payment.amount | money | What was paid, gross, in the payer's currency | 120.00 USD
payment.date | day | Day of the movement at the site | 2026-11-20
payment.weekday | number | Day of the week at the site, 1 Monday to 7 Sunday | 5
payment.created_at | number | When it was made, Unix seconds UTC | 1795176000
payment.booked | yes/no | Whether Stripe has booked it in the balance | yes
payment.before_start | yes/no | Whether it was before the first day that is posted | no
payment.books_later | yes/no | Whether its money moves at another time than it was made | no
payment.settlement_currency | text | Currency of the balance it goes to, as Stripe writes it | usd
payment.settles_in | text | The same in capitals | USD
payment.converts | yes/no | Whether it settles in another currency | no
payment.local | yes/no | Whether it settles in SYSPRO's own currency | yes
payment.partial | yes/no | Whether less was captured than authorised | no
payment.refunded | yes/no | Whether all of it was given back | no
payment.disputed | yes/no | Whether the payer's bank disputed it before it was decided | no
payment.connect | yes/no | Whether it belongs to a Connect platform | no
payment.sent | yes/no | Whether a document of it was sent before | no
payment.description | text | Stripe's description | Order 1042
payment.syspro_currency | text | SYSPRO's code of its currency | USD
payer.id | text | Stripe's id of the customer; empty for a guest | cus_Nf
payer.name | text | Company, person, or e-mail address | Ann Ltd
payer.email | text | E-mail address | ann@example.com
payer.phone | text | Telephone number | +44 20 7946 0000
payer.tax_number | text | First tax id | GB123456789
payer.address.* | text | A part of the billing address: line1, line2, city, state, postal_code, country | 12 High Street
payer.address_lines.* | text | The billing address as SYSPRO's lines: line1 to line5 | 12 High Street
payer.shipping_name | text | Name on the delivery address | Ann Lee
payer.shipping.* | text | A part of the delivery address, as of the billing address | 12 High Street
payer.delivery_lines.* | text | The delivery address as SYSPRO's lines: line1 to line5 | 12 High Street
payer.metadata.* | text | Metadata of Stripe's customer | 0000123
payer.reference | text | Our reference of the payer in one currency | cus_Nf|usd
payer.short_reference | text | The same in ten characters | K7QX2M4ABC
account.code | text | SYSPRO customer; empty where one has yet to be made | 0000123
account.party | text | Link of the payer and a currency; empty for guests | cus_Nf|usd
account.create | yes/no | Whether the customer is made in SYSPRO | no
account.guest | yes/no | Whether it is the account that guests share | no
account.first_time | yes/no | Whether the payer was linked to no SYSPRO customer so far; no for guests | no
account.problem | text | Why there is no account; empty when all is well |
account.problem_code | text | The same in machine form |
sale.source | text | Where the lines come from: session, invoice, intent, metadata or catch_all | session
sale.problem | text | Why the lines do not make an order; empty when all is well |
sale.unknown_codes | list | Stock codes that the sale names and SYSPRO does not have | BOLT-9
invoice_to_pay.number | text | SYSPRO invoice that the payment names | 000000000001007
invoice_to_pay.explicit | yes/no | Whether metadata names it for SYSPRO | no
invoice_to_pay.open | yes/no | Whether it is open in the payment's currency | no
invoice_to_pay.customer | text | Customer of that invoice | 0000123
invoice_to_pay.paid_before | yes/no | Whether this payment paid it already | no
matching.customer | text | Customer whose open invoices are paid | 0000123
matching.problem | text | Why it is not sure which invoices are paid; empty when it is |
matching.problem_code | text | The same in machine form |
custom.* | text | A field that the checkout or Stripe's invoice asked for, by its key | PO 77
"""

_LINE = """
line.number | number | Place of the line, from 1 | 1
line.line_type | text | stock, freight or charge | stock
line.quantity | decimal | How many | 2
line.price | decimal | Price of one unit before discount and tax | 10.00000
line.stock_code | text | SYSPRO stock code | BOLT
line.description | text | Text of the line | Bolt M8
line.uom | text | SYSPRO's unit | EA
line.product_class | text | Product class of a charge | WEB
line.tax | money | Stripe's tax on the line | 4.00 USD
line.discount | money | Discount on the line; nothing where there is none | 1.00 USD
line.value | money | What was paid for it before tax, after discount | 20.00 USD
line.tax_code | text | SYSPRO tax code | A
line.not_taxable | yes/no | Whether SYSPRO computes no tax on it | no
line.metadata.* | text | Metadata of the line | BOLT
"""

_POSTING = """
posting.mode | text | orders, invoices, open_invoices or summary | orders
posting.due | yes/no | Whether the money may be posted by posting.when | yes
posting.available_on | day | Day from which Stripe can pay it out | 2026-11-22
posting.summary | text | What a summary journal is made for: payout or day | payout
posting.booked_with | text | Payout or day whose journal has it already | po_1Q
"""

_PERIOD = """
posting_period.letter | text | Receivables period: C current, P previous, B before that | C
posting_period.note | text | Says the day's month where it is booked in another |
posting_period.problem | text | Why its month cannot be posted to; empty when it can |
"""

_REFUND = """
refund.id | text | Stripe's id of the refund | re_3PqT
refund.status | text | pending, requires_action, succeeded, failed or canceled | succeeded
refund.reason | text | Stripe's reason | requested_by_customer
refund.amount | money | What is given back, in the payer's currency | 20.00 USD
refund.negative | money | The same below zero | -20.00 USD
refund.charge | text | Payment that it gives back | ch_3PqT
refund.failed | yes/no | Whether it failed or was cancelled | no
refund.open | yes/no | Whether the payer's bank has yet to confirm it | no
refund.booked | yes/no | Whether its money has left Stripe's balance | yes
refund.returned | yes/no | Whether its money has come back | no
refund.full | yes/no | Whether it alone gives all of the payment back | yes
refund.sent | yes/no | Whether a document of it was sent before | no
refund.before_start | yes/no | Whether it was before the first day that is posted | no
refund.returned_since | yes/no | Whether it came back since the first day that is posted | no
refund.settlement_currency | text | Currency of the balance it leaves | usd
refund.settles_in | text | The same in capitals | USD
refund.converts | yes/no | Whether it settles in another currency | no
refund.rate_known | yes/no | Whether it is known at which rate the payment was booked | yes
refund.settled_in | text | SYSPRO's code of the currency it settles in | USD
refund.local | yes/no | Whether it settles in SYSPRO's own currency | yes
refund.syspro_currency | text | SYSPRO's code of its currency | USD
refund.clearing_bank | text | Clearing bank of the settlement currency | STRIPE-USD
refund.ledger_code | text | Ledger code of refunds | 1370-000
refund.day | day | Day its money left | 2026-11-20
refund.returned_on | day | Day its money came back | 2026-11-25
refund.metadata.* | text | Metadata of the refund | RMA-77
refund.references.* | text | Our references of its documents: credit, money, invoice, cancel and others | re_3PqT.C
original.standing | text | posted, moving, stopped, not_available, summary or none | posted
original.customer | text | SYSPRO customer of the payment's receipt | 0000123
original.order | text | SYSPRO number of its order or invoice | 000777
original.last_invoice | text | Last invoice of its order | 001007
original.invoiced | yes/no | Whether the order is invoiced | yes
original.cancelled | yes/no | Whether the order is cancelled | no
original.credited | text | Invoice that is credited | 001007
original.paid | text | Document that the receipt was allocated to | 001007
original.on_account | text | Document on account that holds its money | _CRD01
credit.route | text | sortci, sortch, arstin or none | sortci
credit.cancels | yes/no | Whether the order is cancelled | no
credit.cancels_lines | text | Lines of the order that are cancelled; empty for none | 1, 3
credit.pays | text | credit, on_account or invoice | credit
credit.value | money | What is credited, with tax | 20.00 USD
credit.has_rest | yes/no | Whether a part comes off the account as well | no
credit.net_units | decimal | Value of the credit before tax | 16.67
credit.stock_code | text | Code of a free-form credit note's line, by the sale's tax code | REFUND
credit.rounding_units | decimal | What SYSPRO's tax leaves of a free-form credit note | 0.01
credit.problem | text | Why it cannot be decided; empty when it can |
credit.problem_code | text | The same in machine form |
returned_period.letter | text | Receivables period of the money that came back | C
returned_period.note | text | Says the day's month where it is booked in another |
returned_period.problem | text | Why its month cannot be posted to; empty when it can |
"""

_ENTRY = """
entry.problem | text | What keeps an entry from being posted; empty when nothing does |
entry.problem_code | text | The same in machine form |
entry.*.day | day | Day of an entry: of its money | 2026-11-20
entry.*.empty | yes/no | Whether an entry has no lines | no
entry.*.note | text | Says the day where it is booked in another period |
"""

_PAYOUT = """
payout.id | text | Stripe's id of the payout | po_1Q
payout.reference | text | Our reference | po_1Q
payout.references.* | text | Our references of its further entries: B, R, S, X | po_1Q.B
payout.status | text | paid, pending, in_transit, canceled or failed | paid
payout.amount | money | What was paid out | 941.00 USD
payout.automatic | yes/no | Whether Stripe made it by itself, and names its movements | yes
payout.complete | yes/no | Whether all of its movements are known | yes
payout.booked | yes/no | Whether its money has left Stripe's balance | yes
payout.returned | yes/no | Whether its money has come back | no
payout.failed | yes/no | Whether it failed or was cancelled | no
payout.arrives_on | day | Day it arrives at the bank | 2026-11-22
payout.metadata.* | text | Metadata of the payout | W47
payout.trace | text | The bank's trace id | 123456
payout.parts | number | How many movements it settles | 17
payout.route | text | journal or cashbook | cashbook
payout.balance_read | yes/no | Whether all that moved before a manual payout was read | yes
payout.undecided | number | Movements of it that were not decided yet | 0
payout.difference | text | By how much its movements differ from it; empty for nothing |
payout.unknown | text | Categories of its movements that no rule knows |
payout.first_unknown | text | The first of them |
payout.before_start | yes/no | Whether it was before the first day that is posted | no
payout.returned_since | yes/no | Whether it came back since the first day that is posted | no
payout.returned_on | day | Day its money came back | 2026-11-25
payout.converted | text | What left the balance where it is in another currency; empty where it is not |
payout.clearing_code | text | Clearing ledger code of its currency | 1310-000
payout.syspro_currency | text | SYSPRO's code of its currency | USD
payout.clearing_bank | text | Clearing bank of its currency | STRIPE-USD
payout.bank | text | Real bank of its currency | MAIN
"""

_DISPUTE = """
dispute.id | text | Stripe's id of the dispute | dp_1Q
dispute.status | text | needs_response, under_review, won, lost and others | needs_response
dispute.reason | text | Stripe's reason, in words | product not received
dispute.amount | money | What is disputed | 120.00 USD
dispute.charge | text | Payment that is disputed | ch_3PqT
dispute.inquiry | yes/no | Whether it is an inquiry, which takes no money yet | no
dispute.lost | yes/no | Whether it is lost | no
dispute.at_another_rate | yes/no | Whether what came back of it is worth more or less than what was taken | no
dispute.won_in_part | yes/no | Whether it is won although less came back of it than was taken | no
dispute.books_loss | yes/no | Whether a loss is booked | no
dispute.credit | money | What is credited to the customer of a loss | 120.00 USD
dispute.off_account | money | What of a loss is taken off the account, because it was never sold | 120.00 USD
dispute.cancels | yes/no | Whether a loss cancels the order | no
dispute.overturned | yes/no | Whether money came back after it was lost | no
dispute.undecidable | yes/no | Whether it was decided once more after its money had come back | no
dispute.by_hand | text | What a person books of a dispute that was decided once more; empty for nothing |
dispute.waits_for | text | How the payment of a loss stands that has to be posted first |
dispute.order | text | SYSPRO order of the payment | 000777
dispute.last_invoice | text | Last invoice of that order | 001007
back_period.letter | text | Receivables period of what came back after a loss | C
back_period.note | text | Says the day's month where it is booked in another |
back_period.problem | text | Why its month cannot be posted to; empty when it can |
dispute.by_credit | yes/no | Whether a loss is credited to the customer | no
dispute.customer | text | SYSPRO customer of the payment | 0000123
dispute.ledger_code | text | Ledger code of disputes | 1400-000
dispute.moved | yes/no | Whether it has moved money | yes
dispute.withdrawn | yes/no | Whether money was taken | yes
dispute.reinstated | yes/no | Whether money was given back | no
dispute.before_start | yes/no | Whether it was before the first day that is posted | no
dispute.syspro_currency | text | SYSPRO's code of the settlement currency | USD
dispute.references.* | text | Our references of its entries: W, I, L, C, A | dp_1Q.W
dispute.due_on | day | Day until which Stripe waits for an answer | 2026-12-01
dispute.needs_response | yes/no | Whether Stripe waits for an answer | yes
dispute.answer | text | The same as a sentence | Answer it in Stripe by 2026-12-01.
"""

_DAY = """
day.id | text | Name of the day and currency | day_2026-11-20_usd
day.day | day | The day at the site | 2026-11-20
day.amount | money | What its movements come to | 1,200.00 USD
day.parts | number | How many movements it sums up | 23
day.undecided | number | Movements of it that were not decided yet | 0
day.reference | text | Our reference | day_2026-11-20_usd~K7QX
day.syspro_currency | text | SYSPRO's code of its currency | USD
"""

_MOVEMENT = """
movement.id | text | Stripe's id of the balance transaction | txn_1Q
movement.reference | text | Our reference | txn_1Q
movement.category | text | Stripe's reporting category | other_adjustment
movement.type | text | Stripe's type | adjustment
movement.what | text | The movement in words | other adjustment
movement.source | text | Object that moved the money | re_3PqT
movement.unnamed | text | What it is of (payment, refund, dispute, payout) where Stripe does not say which; else empty |
movement.amount | money | What it moved | -5.00 USD
movement.account | text | Account that it is booked to | other_adjustment
movement.day | day | Day of the movement at the site | 2026-11-20
movement.syspro_currency | text | SYSPRO's code of its currency | USD
movement.with_payout | yes/no | Whether it is booked with its payout | no
movement.reserve_side | yes/no | Whether it is the reserve's own side of a movement | no
movement.before_start | yes/no | Whether it was before the first day that is posted | no
"""

_ALLOCATION = """
allocation.charge | text | Payment whose money stands on account | ch_3PqT
allocation.order | text | Its SYSPRO order | 000777
allocation.cancelled | yes/no | Whether the order is cancelled | no
allocation.complete | yes/no | Whether the order is complete | yes
allocation.invoiced | yes/no | Whether any of it is invoiced | yes
allocation.invoices | text | Invoices that are paid | 001007
allocation.other_customer | text | Customer of the invoices where it is another one |
allocation.customer | text | SYSPRO customer of the receipt | 0000123
allocation.done | yes/no | Whether nothing is left to do | no
allocation.waits_for | text | How a refund or dispute stands that has to end first; empty for none | moving
allocation.stays | text | What stays on account, as a sentence | 120.00 USD of payment ch_3PqT stay on account
allocation.left | money | What is left on account | -120.00 USD
allocation.open | yes/no | Whether an invoice is open | yes
allocation.value | money | What is allocated | 120.00 USD
allocation.nothing | money | Nought in that currency | 0.00 USD
allocation.reference | text | Our reference | ch_3PqT.P
allocation.day | day | Day of the allocation | 2026-11-24
allocation.bank | text | Clearing bank | STRIPE-USD
note.purpose | text | credit or debit where a note is due for what was given back before the invoice; else empty |
note.route | text | By which credit note: sortch or arstin | arstin
note.value | money | Value of the note, with tax | 20.00 USD
note.net_units | decimal | Its value before tax | 16.67
note.stock_code | text | Code of a free-form credit note's line, by the sale's tax code | REFUND
note.rounding_units | decimal | What SYSPRO's tax leaves of a free-form credit note | 0.01
note.problem | text | Why it cannot be decided; empty when it can |
note.uncredited | money | What was given back and is not credited by setting | 20.00 USD
note.refunds | text | Refunds that it is of | re_3PqT
note.invoices | text | Invoices that it is set against | 001007
note.invoice | text | The first of them | 001007
note.references.* | text | Our references: credit, rounding, debit, invoice, settle | ch_3PqT.PC
"""

_CHARGE = """
charge.metadata.* | text | Metadata of the payment; a payment intent's is copied to it when it is made | PO 77
charge.description | text | Description | Order 1042
charge.receipt_email | text | Address that Stripe sent the receipt to | ann@example.com
charge.receipt_number | text | Number on Stripe's receipt | 1234-5678
charge.statement_descriptor | text | Text on the payer's bank statement | EXAMPLE SHOP
charge.calculated_statement_descriptor | text | The text that the payer's bank was given | EXAMPLE SHOP
charge.customer | text | Id of Stripe's customer | cus_Nf
charge.payment_intent | text | Id of the payment intent | pi_3PqT
charge.transfer_group | text | Group of a Connect transfer | ORDER_7
charge.authorization_code | text | Code of the authorisation | A12345
charge.created | number | When it was made, Unix seconds UTC | 1795176000
charge.livemode | yes/no | Whether it is real money | yes
charge.amount | number | Authorised, in minor units | 12000
charge.billing_details.name | text | Name of the payer | Ann Lee
charge.billing_details.email | text | E-mail address of the payer | ann@example.com
charge.billing_details.phone | text | Telephone number of the payer | +44 20 7946 0000
charge.billing_details.tax_id | text | Tax number of the payer | GB123456789
charge.billing_details.address.* | text | A part of the billing address | London
charge.shipping.name | text | Name on the delivery address | Ann Lee
charge.shipping.phone | text | Telephone number for the delivery | +44 20 7946 0000
charge.shipping.carrier | text | Carrier | UPS
charge.shipping.tracking_number | text | Tracking number | 1Z999
charge.shipping.address.* | text | A part of the delivery address | London
charge.payment_method_details.type | text | Way of paying | card
charge.outcome.* | text | What the bank and Stripe's checks said, by name | normal
"""

_CUSTOMER = """
customer.metadata.* | text | Metadata of Stripe's customer | 0000123
customer.id | text | Id of Stripe's customer | cus_Nf
customer.name | text | Name | Ann Ltd
customer.business_name | text | Name of the business | Ann Ltd
customer.individual_name | text | Name of the person | Ann Lee
customer.email | text | E-mail address | ann@example.com
customer.phone | text | Telephone number | +44 20 7946 0000
customer.description | text | Description | Wholesale
customer.currency | text | Currency that it is invoiced in | usd
customer.invoice_prefix | text | Prefix of its invoice numbers | 7BC1A
customer.tax_exempt | text | none, exempt or reverse | none
customer.created | number | When it was made, Unix seconds UTC | 1795176000
customer.delinquent | yes/no | Whether its latest invoice is overdue | no
customer.address.* | text | A part of its address | London
customer.shipping.name | text | Name on its delivery address | Ann Lee
customer.shipping.phone | text | Telephone number for deliveries | +44 20 7946 0000
customer.shipping.address.* | text | A part of its delivery address | London
"""

_INTENT = """
payment_intent.metadata.* | text | Metadata of the payment intent | PO 77
payment_intent.id | text | Id of the payment intent | pi_3PqT
payment_intent.description | text | Description | Order 1042
payment_intent.statement_descriptor | text | Text on the payer's bank statement | EXAMPLE SHOP
payment_intent.capture_method | text | automatic, automatic_async or manual | automatic
payment_intent.receipt_email | text | Address that Stripe sent the receipt to | ann@example.com
payment_intent.created | number | When it was made, Unix seconds UTC | 1795176000
payment_intent.payment_details.order_reference | text | The shop's own number of the order | 1042
payment_intent.payment_details.customer_reference | text | The customer's reference | PO 77
"""

_SESSION = """
session.metadata.* | text | Metadata of the checkout session | PO 77
session.id | text | Id of the checkout session | cs_a1
session.client_reference_id | text | The shop's own number of the cart | 1042
session.mode | text | payment or subscription | payment
session.locale | text | Language of the checkout | en
session.payment_link | text | Id of the payment link | plink_1
session.subscription | text | Id of the subscription | sub_1
session.customer_email | text | Address that the checkout was opened with | ann@example.com
session.customer_details.* | text | What the payer entered: name, email, phone, business_name | Ann Lee
session.amount_total | number | Total in minor units | 12000
session.created | number | When it was made, Unix seconds UTC | 1795176000
"""

_INVOICE = """
invoice.metadata.* | text | Metadata of Stripe's invoice | PO 77
invoice.id | text | Id of Stripe's invoice | in_1Q
invoice.number | text | Number of Stripe's invoice | 7BC1A-0001
invoice.description | text | Memo | Thank you
invoice.footer | text | Footer | Payable in 30 days
invoice.billing_reason | text | manual, subscription_create, subscription_cycle and others | manual
invoice.collection_method | text | charge_automatically or send_invoice | send_invoice
invoice.statement_descriptor | text | Text on the payer's bank statement | EXAMPLE SHOP
invoice.customer_name | text | Name on it | Ann Ltd
invoice.customer_email | text | E-mail address on it | ann@example.com
invoice.customer_phone | text | Telephone number on it | +44 20 7946 0000
invoice.customer_tax_exempt | text | none, exempt or reverse | none
invoice.customer_address.* | text | A part of the address on it | London
invoice.due_date | number | When it is due, Unix seconds UTC | 1795176000
invoice.period_start | number | When its period begins, Unix seconds UTC | 1795176000
invoice.period_end | number | When its period ends, Unix seconds UTC | 1795176000
invoice.total | number | Total in minor units | 12000
"""

#: Stripe's ``object`` of the subject -> the groups of lines that its flows see; ``line.*`` only within lines.
ROWS: Mapping[str, tuple[str, ...]] = {
    "charge": (_PAYMENT, _POSTING, _PERIOD, _CHARGE, _CUSTOMER, _INTENT, _SESSION, _INVOICE),
    "refund": (_REFUND, _POSTING, _PERIOD, _ENTRY),
    "payout": (_PAYOUT, _ENTRY),
    "dispute": (_DISPUTE, _POSTING, _PERIOD, _ENTRY),
    "day": (_DAY, _ENTRY),
    "balance_transaction": (_MOVEMENT, _ENTRY),
    "allocation": (_ALLOCATION, _PERIOD),
}

LINE_ROWS = _LINE
