"""How values look: what kind of value a sample may be, by its form alone."""

import re
from collections.abc import Callable, Mapping

_TEXT_MOST = 500

_CURRENCIES = frozenset(
    """aed ars aud bgn bhd bob brl bwp cad chf clp cny cop czk dkk egp eur gbp ghs hkd huf idr ils inr isk jod jpy kes
    krw kwd mad mur mxn myr nad ngn nok nzd omr pen php pkr pln qar ron rub sar sek sgd thb tnd try twd tzs uah ugx usd
    uyu vnd xaf xof zar zmw""".split()
)
_COUNTRIES = frozenset(
    """ad ae ar at au be bg bo br bw ca ch cl cn co cr cy cz de dk ec ee eg es fi fr gb ge gh gr hk hr hu id ie il in is
    it jp ke kr lt lu lv ma mt mu mx my na ng nl no nz pe ph pk pl pt py qa ro rs ru sa se sg si sk th tr tw tz ua uk ug
    us uy ve vn za zm zw""".split()
)
_MONEY = re.compile(r"[-+]?(?:[$€£¥] ?)?\d{1,3}(?:[., ']?\d{3})*(?:[.,]\d{1,6})?(?: ?(?:[A-Za-z]{3}|[$€£¥]))?")
_CODE = re.compile(r"[#]?[A-Za-z0-9][A-Za-z0-9_./#-]{0,29}(?: [A-Za-z0-9_./#-]{1,20})?")
_NUMBER = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,8})?")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "email": re.compile(r"[^@\s]{1,64}@[^@\s]{1,190}\.[A-Za-z]{2,24}"),
    "phone": re.compile(r"(?=(?:\D*\d){7,15}\D*$)[+(]?[\d(][\d ()/.-]{5,24}"),
    "postcode": re.compile(r"(?=.*\d)[A-Za-z0-9]{2,8}(?:[ -][A-Za-z0-9]{2,4})?"),
    "day": re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?|\d\d?[./-]\d\d?[./-]\d{2,4}|\d{4}/\d\d?/\d\d?|1[5-9]\d{8}"),
    "calendar day": re.compile(r"(?:19|20)\d\d[-/]\d\d?[-/]\d\d?(?:[T ]\d\d:\d\d.*)?|\d\d?[./]\d\d?[./](?:19|20)\d\d"),
    "year": re.compile(r"(?:19|20)\d\d"),
    "taxnumber": re.compile(r"(?=(?:\D*\d){5})[A-Za-z0-9][A-Za-z0-9 /.-]{6,18}"),
    "vat": re.compile(
        r"(?:AT ?U|BE ?[01]?|BG|CY|CZ|DE|DK|EE|EL|ES ?[A-Z]?|FI|FR ?[A-Z0-9]{2}|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL"
        r"|PL|PT|RO|SE|SI|SK|XI) ?\d{2,4}[ .-]?\d{3,5}[ .-]?\d{0,5}[A-Z]{0,2}(?:B\d\d)?"
    ),
    "yes/no": re.compile(r"(?i)yes|no|true|false|y|n|0|1|ja|nein|oui|non|si|nee"),
    "number": _NUMBER,
    "money": _MONEY,
    "reference": _CODE,
    "code": _CODE,
    "words": re.compile(r"(?=.*[^\W\d_]{2}).+", re.DOTALL),
    "url": re.compile(r"(?i)(?:https?:/)?/\S*"),
    "ip": re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){3,7}"),
    "opaque": re.compile(r"(?=.*\d)(?=.*[A-Za-z])(?:[0-9a-f]{12,}|[0-9a-f]{8}-[0-9a-f-]{10,}|[A-Za-z0-9_]{20,})"),
    "flag": re.compile(r"(?i)yes|no|true|false|ja|nein|nee|oui|non|si"),
    "structure": re.compile(r"[\[{].*[\]}]", re.DOTALL),
    "stripe id": re.compile(
        r"(?:ch|pi|py|cus|cs|in|re|txn|po|dp|sub|prod|price|plink|acct|card|src|pm|seti|si|evt|tmr|iss)_[A-Za-z0-9]+"
    ),
}

#: Shapes that no text of a document has; what looks so is something else.
FOREIGN = ("email", "vat", "calendar day", "flag", "url", "ip", "stripe id", "opaque", "structure")

#: Shapes that few values have, so that having them says much.
SPECIFIC = frozenset(
    {"email", "phone", "postcode", "currency", "country", "taxnumber", "day", "year", "money", "number"}
)

#: Shape -> what samples of it are called.
CALLED: Mapping[str, str] = {
    "email": "an e-mail address",
    "phone": "a telephone number",
    "postcode": "a postal code",
    "currency": "a currency",
    "country": "a country",
    "taxnumber": "a tax number",
    "day": "a day",
    "calendar day": "a day",
    "vat": "a tax number",
    "year": "a year",
    "money": "an amount",
    "number": "a number",
    "yes/no": "a yes or no",
    "flag": "a yes or no",
    "code": "a code",
    "reference": "a reference",
    "words": "a text",
    "url": "an address of the web",
    "ip": "an address of a computer",
    "stripe id": "an id of Stripe",
    "opaque": "a key made by a machine",
    "structure": "a structure, not one value",
}

_LISTED: Mapping[str, Callable[[str], bool]] = {
    "currency": lambda value: value.lower() in _CURRENCIES,
    "country": lambda value: value.lower() in _COUNTRIES,
}


def looks_like(value: str, shape: str) -> bool:
    """Return whether a value has the form of a shape of :data:`CALLED`; long texts are only looked at in part."""
    text = value.strip()[:_TEXT_MOST]
    listed = _LISTED.get(shape)
    return listed(text) if listed else bool(_FORMS[shape].fullmatch(text))
