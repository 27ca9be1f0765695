"""Requests to pay: open SYSPRO invoices of chosen customers, each with one payment link in Stripe.

Pure; may import nothing of ours outside ``agent.domain``.
"""
