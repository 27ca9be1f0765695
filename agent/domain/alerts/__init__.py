"""Alerts: what a person has to hear of although no window is open. Pure.

*Trouble* is what is wrong now, one a cause; an *alert* is a trouble as people have been told of it, or not yet; a
*notice* is one text that one channel carries. Nothing here repeats a name or an amount of a payer unless the site asks
for it: what a mail server or a chat keeps has left the building.
"""
