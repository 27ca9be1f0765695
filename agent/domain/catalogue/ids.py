"""Names of our own in Stripe: the id of a stock code's product, and the lookup key of its price.

Both are derived from the stock code alone, so that whatever was interrupted is found again; two stock codes never share
one. Stripe takes own ids of products, and lookup keys of at most 200 characters (docs.stripe.com/api/prices).
"""

import string
from base64 import urlsafe_b64encode

_PLAIN = frozenset(string.ascii_letters + string.digits)

#: Longest id that spells its stock code; a longer one packs it.
_MOST_SPELLED = 120


def product_id(company: str, stock_code: str) -> str:
    """Return the id of a stock code's product: letters, digits, ``_`` and ``-``, at most 190 characters.

    A to Z, a to z and 0 to 9 stand for themselves and everything else for ``-`` and two hexadecimal digits a byte, so
    that people can read it.

    Args:
        company: SYSPRO company id, 1 to 4 characters.
        stock_code: As stored, 1 to 30 characters.
    """
    start = f"syspro_{_spelled(company)}_"
    spelled = f"{start}{_spelled(stock_code)}"
    if len(spelled) <= _MOST_SPELLED:
        return spelled
    # No spelled stock code has a "_", so that none reads like a packed one.
    return f"{start}x_{urlsafe_b64encode(_bytes(stock_code)).decode().rstrip('=')}"


def lookup_key(product: str, currency: str) -> str:
    """Return the lookup key under which a product's price in a currency is always found.

    Args:
        product: Id of the product.
        currency: Stripe's lower-case code.
    """
    return f"{product}_{currency}"


def _spelled(text: str) -> str:
    return "".join(
        character if character in _PLAIN else "".join(f"-{byte:02X}" for byte in _bytes(character))
        for character in text
    )


def _bytes(text: str) -> bytes:
    # A database may hold half of a surrogate pair; it is told from others as well.
    return text.encode("utf-8", "surrogatepass")
