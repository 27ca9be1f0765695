"""Customers on both sides: which SYSPRO customer is which Stripe customer, and what each is told of the other. Pure.

``fields`` says what a customer is on either side and translates it, ``compare`` finds from the last agreement and both
sides of now what to change where, ``suggest`` says which two may be the same and why, ``writing`` makes SYSPRO's
documents, ``rules`` reads the settings, ``kept`` is what is remembered and shown.
"""
