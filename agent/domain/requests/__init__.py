"""Requests to pay: open SYSPRO invoices of chosen customers, each with one payment link or invoice in Stripe.

Pure; may import nothing of ours outside ``agent.domain``.
"""
