"""The catalogue: which SYSPRO stock codes are Stripe products, what they say there, and at which prices. Pure.

``ids`` names products and prices, ``choice`` says which stock codes are sold and why others are not, ``content`` makes
what Stripe is to have of one, ``prices`` and ``quantity`` fit its numbers, ``merge`` meets what people changed in
Stripe, ``plan`` finds the fewest calls from what Stripe has to what it is to have.
"""
