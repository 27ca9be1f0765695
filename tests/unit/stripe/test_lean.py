from connectors.stripe.kept import impersonal, lean


def test_secrets_links_and_payment_details_are_not_kept():
    charge = {
        "id": "ch_1",
        "amount": 1000,
        "receipt_url": "a public page",
        "payment_method_details": {"type": "card", "card": {"last4": "4242", "fingerprint": "F"}},
    }
    assert lean(charge) == {"id": "ch_1", "amount": 1000, "payment_method_details": {"type": "card"}}
    assert lean({"id": "pi_1", "client_secret": "pi_1_secret_x"}) == {"id": "pi_1"}


def test_what_was_said_about_a_dispute_is_not_kept_and_its_deadline_is():
    dispute = {"id": "dp_1", "evidence": {"customer_name": "Zoë"}, "evidence_details": {"due_by": 5}}
    assert lean(dispute) == {"id": "dp_1", "evidence_details": {"due_by": 5}}


def test_where_a_refund_went_is_kept_as_a_type_alone():
    refund = {"id": "re_1", "destination_details": {"type": "card", "card": {"reference": "R"}}}
    assert lean(refund) == {"id": "re_1", "destination_details": {"type": "card"}}


def test_an_impersonal_charge_has_nobodys_name_or_address():
    charge = {"id": "ch_1", "billing_details": {"name": "Zoë"}, "shipping": {"name": "Zoë"}, "receipt_email": "z@e.com"}
    assert impersonal(charge) == {"id": "ch_1"}
