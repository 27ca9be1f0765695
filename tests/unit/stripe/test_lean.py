from connectors.stripe.kept import lean


def test_secrets_links_and_payment_details_are_not_kept():
    charge = {
        "id": "ch_1",
        "amount": 1000,
        "receipt_url": "a public page",
        "payment_method_details": {"type": "card", "card": {"last4": "4242", "fingerprint": "F"}},
    }
    assert lean(charge) == {"id": "ch_1", "amount": 1000, "payment_method_details": {"type": "card"}}
    assert lean({"id": "pi_1", "client_secret": "pi_1_secret_x"}) == {"id": "pi_1"}
