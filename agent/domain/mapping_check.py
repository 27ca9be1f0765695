"""Whether a mapping may be put in force: its flows can work with its settings, and none takes another's money."""

from agent.domain.cases.case import site_view
from agent.domain.flow_checks import check_flow
from agent.domain.mapping import MappingContent, MappingRevision


def checked(content: MappingContent) -> MappingRevision:
    """Return what would decide, without a number yet. Flows that are off may be unfinished.

    Raises:
        BadFlowError: When it cannot work; the message names flow, place and reason.
    """
    revision = content.revision(0)
    site = site_view(content.policy)
    for flow in revision.flows:
        check_flow(flow, site)
    return revision
