"""A company whose customers are kept in step: both sandboxes over real sockets, and the engine's real jobs."""

from agent.domain.customers.kept import CustomerFilter
from agent.domain.readmodels import Command
from jobs.customers_commands import CustomerCommands
from tests.pipeline.company import Company

SETTINGS = {
    "customer_links__enabled": "yes",
    "stripe__max_requests_per_s": "1000",
    "stripe__hold_back_s": "0",
    "resolve__grace_s": "1",
}


class Kept(Company):
    """A company with linked customers; close it at the end. `a__b` names the setting `a.b`."""

    def __init__(self, folder, **settings):
        super().__init__(folder, **(SETTINGS | settings))

    # -- what happens outside

    def in_stripe(self, **fields):
        """Somebody makes a customer in the Dashboard; return its id."""
        return self.stripe._parts.customers.create(fields, at=self.clock.now())["id"]

    def edit_stripe(self, stripe_id, **fields):
        self.stripe._parts.customers.update(stripe_id, fields, at=self.clock.now())

    def delete_stripe(self, stripe_id):
        self.stripe._parts.customers.delete(stripe_id, at=self.clock.now())

    def edit_syspro(self, code, **columns):
        with self.syspro.locked(), self.syspro.books.transaction():
            self.syspro.books.update("ArCustomer", (code,), columns)

    def delete_syspro(self, code):
        with self.syspro.locked(), self.syspro.books.transaction():
            self.syspro.books.delete("ArCustomer", code)

    # -- what people do

    def tell(self, name, **arguments):
        """A person gives a command; return what the engine says."""
        does = CustomerCommands(self.store.customers, self.store.marks, self.home.values(), lambda _: None).does()
        return does[name](Command(1, name, arguments, "bookkeeper", self.clock.now()), self.clock.now())

    # -- what the engine does

    def keep(self, after_s=90_000, rounds=20):
        """Look at both sides so many seconds later, and write until nothing is left to do; return the last report."""
        self.clock.advance(after_s)
        for _ in range(rounds):
            report = self.jobs["customers"]()
            self.run("post", "resolve")
            if report.problem or not (report.more or report.done):
                return report
        raise AssertionError("The customers find more and more to write.")

    def posted(self, after_s=31):
        """Let what is on its way to SYSPRO arrive, and be looked at."""
        self.run("post", "resolve", after_s=after_s)
        return self.keep(after_s=31)

    # -- what there is

    def there(self, stripe_id):
        return self.stripe.engine.get(stripe_id, "customer")

    def here(self, code):
        (row,) = self.rows("ArCustomer", "Customer = ?", code)
        return row

    def suggestion(self, code):
        return self.service.customer_suggestion(code)

    def link(self, code):
        rows = [row for row in self.service.customer_links(CustomerFilter(limit=1000)) if row.customer == code]
        return rows[-1] if rows else None

    def writes(self):
        """Calls that changed something in Stripe, so far."""
        return self.stripe.engine.store.rows("SELECT count(*) FROM idempotency")[0][0]
