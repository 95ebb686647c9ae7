"""Probe texts whose vectors show whether a server has the same model as this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.remote.server_connection import TooLargeError
from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.server_address import ServerAddress
    from findling.embedding.remote.server_api import Description, ServerApi
    from findling.messages.notice import Notice

MIN_COSINE = 0.999
"""The least cosine of two vectors of one text that may stand for each other."""

SHORT = "The meeting on the new heating was moved to Thursday."
_FOREIGN = "Überweisung Nr. 4711: 12,50 € – café, naïve, Ærø; Ω ≈ 3 × 10⁻⁷."
_SENTENCE = "The plumber's offer for the boiler in the cellar came on Monday and was dearer than last year's. "


def choose_probe_texts(encoder: Encoder) -> tuple[str, str, str]:
    """A plain text, one with other letters and signs, and one that fills the model's window.

    The last shows whether a server cuts texts unseen, and whether it pools over all of them.
    """
    room = encoder.spec.max_tokens - encoder.tokenizer.special_tokens
    repeated = _SENTENCE * (room // encoder.tokenizer.count(_SENTENCE) + 1)
    end = int(encoder.tokenizer.spans(repeated)[room - 1][1])
    # A cut may fall into a word, of which fewer letters can be more pieces.
    return SHORT, _FOREIGN, repeated[:end].rpartition(" ")[0]


def compare_probes(local: Encoder, server: ServerApi, description: Description, address: ServerAddress) -> float:
    """Compare a server's vectors with those of the model on this computer.

    Returns:
        The least cosine found.

    Raises:
        RemoteError: the vectors are others, or none.
    """
    if description.max_tokens is not None and description.max_tokens < local.spec.max_tokens:
        room = ServerMessage.NO_ROOM(number=local.spec.max_tokens, room=description.max_tokens)
        raise _differ(local, description, address, room)
    texts = choose_probe_texts(local)
    ours = local.encode_documents(texts)
    try:
        theirs = np.concatenate([server.embed([text]) for text in texts])
    except TooLargeError as refusal:
        none = ServerMessage.NO_VECTOR_OF_LONG(number=local.spec.max_tokens)
        raise _differ(local, description, address, none) from refusal
    if theirs.shape[1] != ours.shape[1]:
        other = ServerMessage.OTHER_DIMENSIONS(theirs=theirs.shape[1], ours=ours.shape[1])
        raise _differ(local, description, address, other)
    likeness = float(_cosines(theirs, ours).min())
    if likeness < MIN_COSINE:
        other = ServerMessage.OTHER_VECTORS(likeness=likeness, needed=MIN_COSINE)
        raise _differ(local, description, address, other)
    return likeness


class ProbeText:
    """Text with a known vector that is embedded along with others.

    A server may be given another model at any time, or be several behind one address: what says so has to come in the
    same answer as the vectors.

    Attributes:
        text: the text.
    """

    text = SHORT

    def __init__(self, local: Encoder) -> None:
        self._spec = local.spec
        self._vector = local.encode_documents([self.text])

    def check(self, vector: NDArray[np.float32], url: str) -> None:
        """Check the vector that a server gave for the text.

        Raises:
            RemoteError: it is not what this computer makes of it.
        """
        if vector.shape[0] != self._vector.shape[1]:
            found = ServerMessage.OTHER_DIMENSIONS_NOW(theirs=vector.shape[0], ours=self._vector.shape[1])
        elif (likeness := float(_cosines(vector[np.newaxis], self._vector)[0])) < MIN_COSINE:
            found = ServerMessage.OTHER_VECTORS_NOW(likeness=likeness, needed=MIN_COSINE)
        else:
            return
        other = ServerMessage.GIVES_NOW(server=url, what=found)
        raise RemoteError(other, ModelRemedy.SERVE_AGAIN(model=self._spec.id))


def _cosines(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    cosines: NDArray[np.float32] = (one * other).sum(axis=1) / lengths
    return cosines


def _differ(local: Encoder, description: Description, address: ServerAddress, what: Notice) -> RemoteError:
    return RemoteError(
        ServerMessage.GIVES(server=address.url, title=description.title, what=what),
        ModelRemedy.SERVE_PRECISION(model=local.spec.id, precision=local.spec.precision),
    )
