"""Replies as e.net writes them: a line an element, single quotes on the root, a blank after the end."""

from connectors.syspro.xml.reply import parse_xml

_ATTRIBUTES = "Language='05' Language2='EN' CssStyle='' DecFormat='1' DateFormat='01' Role='01' Version='7.0.026'"


def text_of(root, *inner):
    body = "\n".join(inner)
    return f'<?xml version="1.0" encoding="Windows-1252"?>\n<{root} {_ATTRIBUTES}>\n{body}\n</{root}>\n '


def reply(root, *inner):
    return parse_xml(text_of(root, *inner))


def status(**counts):
    inner = "".join(f"<{name}>{count}</{name}>" for name, count in counts.items())
    return f"<StatusOfItems>{inner}</StatusOfItems>"


def error(element, value, number, description):
    return (
        f"<{element}><Value>{value}</Value><ErrorNumber>{number}</ErrorNumber>"
        f"<ErrorDescription>{description}</ErrorDescription></{element}>"
    )
