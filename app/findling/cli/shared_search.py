"""Search of the shared library, and what is said where its server is out of reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.messages.team_templates import TeamMessage

if TYPE_CHECKING:
    from findling.cli.context import Context
    from findling.domain.search import Answer, Mode, SortOrder
    from findling.messages.notice import Notice


def search_shared(
    context: Context, query: str, mode: Mode, limit: int, passages: int, order: SortOrder
) -> Answer | Notice:
    """Return the answer of the shared library, or why the one on this computer has to answer.

    Raises:
        FindlingError: none was joined, or it refuses: then the user is to know, and gets no other answer.
    """
    from findling.models.embedder import SharedEmbedder
    from findling.team.membership import require_membership
    from findling.team.server_link import ServerUnreachableError
    from findling.team.team_library import TeamLibrary

    model = SharedEmbedder(context.paths, context.settings)
    try:
        with TeamLibrary.open(require_membership(context.paths)) as team:
            return team.search(query, context.paths, model, mode=mode, limit=limit, passages=passages, order=order)
    except ServerUnreachableError as error:
        return TeamMessage.LOCAL_INSTEAD(reason=error.notice)
