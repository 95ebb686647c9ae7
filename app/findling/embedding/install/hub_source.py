"""Hub that models are published on, or a mirror: resumable downloads of one commit."""

from __future__ import annotations

import os
import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from findling import __version__
from findling.embedding.install.hub_address import find_hub
from findling.embedding.install.model_source import FileOffer
from findling.embedding.network_errors import explain_unreachable
from findling.errors import ModelError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from huggingface_hub.file_download import HfFileMetadata

    from findling.embedding.catalogue import ModelFile, PublishedModel

_CHUNK = 1 << 16
_FRUITLESS = 5
"""Number of times in a row a transfer may break off without a byte having come."""
_PAUSE = 1.0
_BUSY = frozenset({429, 500, 502, 503, 504})
_DIGEST = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PARTIAL_CONTENT = 206


class HubSource:
    """Source of one model's files on the hub; only these files are requested.

    It reads $HF_ENDPOINT (a mirror), the usual variables for proxies, and $HF_HUB_OFFLINE. No account is used,
    nothing is left in the hub's cache, and its telemetry is off. A connection counts as lost after `timeout` seconds
    without a byte.
    """

    def __init__(self, model: PublishedModel, *, timeout: float = 20.0) -> None:
        # Looked at while the library is imported, which is therefore late.
        os.environ.update(
            HF_HUB_DISABLE_TELEMETRY="1",
            HF_HUB_DISABLE_UPDATE_CHECK="1",
            HF_HUB_VERBOSITY="error",
        )
        self._model = model
        self._timeout = timeout
        self._endpoint = find_hub()
        if not self._endpoint.startswith(("http://", "https://")):
            raise UsageError(ModelMessage.NO_HUB(address=self._endpoint), ModelRemedy.WRITE_HUB())

    def offer(self, file: ModelFile) -> FileOffer:
        """Ask the hub for a file's size and hash.

        Raises:
            ModelError: it has no such file, or cannot be reached.
        """
        with self._explained(file):
            metadata = self._ask(self._url(file))
        if file.bytes is not None and metadata.size is not None and file.bytes != metadata.size:
            other = ModelMessage.HUB_OTHER_SIZE(
                address=self._endpoint,
                file=file.path,
                model=self._model.id,
                size=metadata.size,
                expected=file.bytes,
            )
            raise ModelError(other, ModelRemedy.NOT_PUBLISHED())
        digest = metadata.etag if metadata.etag and _DIGEST.fullmatch(metadata.etag) else ""
        return FileOffer(file, metadata.size or file.bytes, digest)

    def fetch(self, offer: FileOffer, target: Path, arrived: Callable[[int], None]) -> None:
        """Download a file, from where `target` ends; a connection that breaks off is taken up again.

        Raises:
            ModelError: the hub cannot be reached any more, or refuses.
            OSError: the file cannot be written.
        """
        import httpx2

        fruitless = 0
        with self._explained(offer.file), target.open("ab") as file:
            while True:
                before = file.tell()
                try:
                    self._stream(offer, file, arrived)
                except httpx2.TransportError:
                    fruitless = 0 if file.tell() > before else fruitless + 1
                    if fruitless >= _FRUITLESS:
                        raise
                    # Not for the number, which is known, but so that the caller may stop.
                    arrived(file.tell())
                    time.sleep(_PAUSE)
                else:
                    return

    def _stream(self, offer: FileOffer, file: BinaryIO, arrived: Callable[[int], None]) -> None:
        from huggingface_hub.utils import hf_raise_for_status, http_stream_backoff  # type: ignore[attr-defined]

        start = file.tell()
        headers = {"user-agent": f"findling/{__version__}", "accept-encoding": "identity"}
        if start:
            headers["range"] = f"bytes={start}-"
        with http_stream_backoff(
            "GET",
            self._url(offer.file),
            headers=headers,
            timeout=self._timeout,
            retry_on_exceptions=(),
            retry_on_status_codes=tuple(_BUSY),
        ) as response:
            hf_raise_for_status(response)
            if response.status_code != _PARTIAL_CONTENT:
                # A server without ranges sends all of it again.
                file.seek(0)
                file.truncate()
            for chunk in response.iter_raw(_CHUNK):
                file.write(chunk)
                if offer.bytes is not None and file.tell() > offer.bytes:
                    more = ModelMessage.HUB_MORE(address=self._endpoint, file=offer.file.path)
                    raise ModelError(more, ModelRemedy.TRY_MIRROR())
                arrived(file.tell())

    def _ask(self, url: str) -> HfFileMetadata:
        """Ask for a file's metadata; retry only where the hub is overloaded."""
        from huggingface_hub import get_hf_file_metadata
        from huggingface_hub.errors import HfHubHTTPError

        def ask(*, patiently: bool) -> HfFileMetadata:
            return get_hf_file_metadata(
                url,
                token=False,
                timeout=self._timeout,
                library_name="findling",
                library_version=__version__,
                endpoint=self._endpoint,
                retry_on_errors=patiently,
            )

        try:
            return ask(patiently=False)
        except HfHubHTTPError as error:
            if error.response.status_code not in _BUSY:
                raise
            return ask(patiently=True)

    def _url(self, file: ModelFile) -> str:
        from huggingface_hub import hf_hub_url

        return hf_hub_url(self._model.source, file.path, revision=self._model.revision or None, endpoint=self._endpoint)

    @contextmanager
    def _explained(self, file: ModelFile) -> Iterator[None]:
        """Translate errors of the hub's library into ours."""
        import httpx2
        from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

        hub, elsewhere = self._endpoint, ModelRemedy.INSTALL_FROM_FOLDER(model=self._model.id)
        try:
            yield
        except HfHubHTTPError as error:
            status = error.response.status_code
            if status in (401, 403, 404):
                model = self._model.source
                refused = ModelMessage.HUB_REFUSES(address=hub, file=file.path, model=model, status=status)
                raise ModelError(refused, elsewhere) from error
            failed = ModelMessage.HUB_FAILS(address=hub, status=status)
            raise ModelError(failed, ModelRemedy.TRY_LATER_ARRIVED()) from error
        except OfflineModeIsEnabled as error:
            raise ModelError(ModelMessage.HUB_FORBIDDEN(), ModelRemedy.UNSET(), elsewhere) from error
        except httpx2.HTTPError as error:
            reason = explain_unreachable(error)
            if proxy := _find_proxy(hub):
                behind = ModelMessage.HUB_UNREACHABLE_BY_PROXY(address=hub, proxy=proxy, reason=reason)
                raise ModelError(behind, ModelRemedy.CHECK_PROXY(), elsewhere) from error
            away = ModelMessage.HUB_UNREACHABLE(address=hub, reason=reason)
            raise ModelError(away, ModelRemedy.TRY_LATER_ARRIVED(), ModelRemedy.MIRROR(), elsewhere) from error


def _find_proxy(url: str) -> str:
    """The proxy that stands before an address, without a name or a password in it; "" for none."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
    if not proxy or proxy_bypass(parts.hostname or ""):
        return ""
    return proxy.rpartition("@")[2].removeprefix(f"{urlsplit(proxy).scheme}://")
