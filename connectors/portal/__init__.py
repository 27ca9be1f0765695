"""The B2B interface: a small web application through which shops ask about prices, stock, orders and invoices.

Off by default, on loopback unless set otherwise, in a process of its own: the engine never waits for it.
May import: ``agent.domain``, ``agent.ports``, ``agent.service``, Starlette and uvicorn.
"""
