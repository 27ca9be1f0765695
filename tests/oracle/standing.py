"""What stands in SYSPRO's ledger on the codes that are ours, in minor units."""

from collections import Counter

from tests.oracle import terms as accounts


def standing(company, terms):
    """(reference, code, settlement currency) -> minor units that stand on the codes that are ours."""
    lines, codes = Counter(), accounts.watched(terms.mode) | set(terms.mapped.values())
    settles = {code: currency for currency, code in accounts.CLEARING.items()}
    for row in company.ledger:
        if row.code not in codes or row.reference == "OPENING" or not row.counts:
            continue
        if row.code == accounts.FX and row.source:
            continue  # SYSPRO's own exchange differences of receivables
        currency = settles.get(row.code) or row.currency.lower()
        hundredths = row.local if currency == terms.local else row.value
        if currency not in {terms.local, row.currency.lower()}:
            lines[row.reference, f"{row.code} in {row.currency}", currency] += row.value
            continue
        minor, left = divmod(hundredths, accounts.scale(currency))
        lines[row.reference, row.code, currency] += minor
        if left:
            lines[row.reference, f"{row.code} less than a unit", currency] += left
    return lines


def clearing(company, terms):
    """Settlement currency -> what stands on its clearing account, minor units."""
    sums = Counter()
    for (_, code, currency), minor in standing(company, terms).items():
        if code == accounts.CLEARING[currency]:
            sums[currency] += minor
    return dict(sums)
