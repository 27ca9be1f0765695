"""The business objects of the sandbox, one module each (ARSTPY has three).

Every module has ``run(call, books) -> str`` and offers itself as ``OBJECT``. A business object that is not here answers
exception 100000, as one that is not licensed does.
"""

from connectors.sandbox.syspro.calls import BusinessObject
from connectors.sandbox.syspro.objects import (
    arsqry,
    arsscs,
    arstin,
    arstpy,
    combrw,
    comfch,
    comfnd,
    comqco,
    comsfm,
    cshtwd,
    genqgl,
    gentjl,
    invqry,
    sorqry,
    sorqso,
    sorrsl,
    sortch,
    sortci,
    sortcl,
    sortic,
    sortoi,
    sortos,
    sortox,
)

OBJECTS: dict[str, BusinessObject] = {
    module.OBJECT.name: module.OBJECT
    for module in (
        arsqry,
        arsscs,
        arstin,
        arstpy,
        combrw,
        comfch,
        comfnd,
        comqco,
        comsfm,
        cshtwd,
        genqgl,
        gentjl,
        invqry,
        sorqry,
        sorqso,
        sorrsl,
        sortch,
        sortci,
        sortcl,
        sortic,
        sortoi,
        sortos,
        sortox,
    )
}
"""Every business object by its name."""
