import time

import pytest

from agent.domain.suggest.shapes import CALLED, looks_like


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("ann@example.com", "email"),
        ("+44 20 7946 0000", "phone"),
        ("(212) 555-0100", "phone"),
        ("SW1A 1AA", "postcode"),
        ("20095", "postcode"),
        ("1012 AB", "postcode"),
        ("eur", "currency"),
        ("DE", "country"),
        ("DE123456789", "taxnumber"),
        ("2026-11-20", "day"),
        ("2026-11-20T10:11:12Z", "day"),
        ("20.11.2026", "day"),
        ("11/20/26", "day"),
        ("1795176000", "day"),
        ("2026", "year"),
        ("2026-11-20", "calendar day"),
        ("20.11.2026", "calendar day"),
        ("DE123456789", "vat"),
        ("ATU12345678", "vat"),
        ("NL123456789B01", "vat"),
        ("FR 12 345678901", "vat"),
        ("BE0123456789", "vat"),
        ("1,234.50", "money"),
        ("1.234,50", "money"),
        ("120.00 USD", "money"),
        ("€ 12", "money"),
        ("-2.5", "number"),
        ("Yes", "yes/no"),
        ("PO-4711", "code"),
        ("#1042", "reference"),
        ("Leave it at the door", "words"),
        ("https://shop.example.com/a", "url"),
        ("203.0.113.9", "ip"),
        ("2001:db8:0:0:0:0:0:1", "ip"),
        ("7d3f8a1e-77aa-4d1b-9d10-2f8e77aa4d1b", "opaque"),
        ('{"a": 1}', "structure"),
        ("ch_3PqT", "stripe id"),
    ],
)
def test_a_value_is_known_by_its_form(value, shape):
    assert looks_like(value, shape)
    assert CALLED[shape]


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("ann at example.com", "email"),
        ("12345", "phone"),
        ("London", "postcode"),
        ("abc", "currency"),
        ("XX", "country"),
        ("November", "day"),
        ("1795176000", "calendar day"),
        ("PO-4711", "vat"),
        ("XX123456789", "vat"),
        ("12.5.3.1", "number"),
        ("12 High Street, London", "code"),
        ("4711", "words"),
        ("BOLT", "opaque"),
    ],
)
def test_a_value_of_another_form_is_not(value, shape):
    assert not looks_like(value, shape)


def test_hostile_values_cost_no_time():
    hostile = [
        "1" * 100_000,
        "1 " * 50_000,
        "a@" * 50_000,
        "1,111" * 20_000,
        "[" * 100_000,
        "a1" * 50_000,
        "-1(" * 9_000,
    ]
    started = time.process_time()
    for value in hostile:
        for shape in CALLED:
            looks_like(value, shape)
    assert time.process_time() - started < 2
