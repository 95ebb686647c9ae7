"""Packing of archives and Debian packages by LZMA, tighter than nfpm can."""

from __future__ import annotations

import lzma
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_COMPRESSION: Mapping[str, int] = {"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 64 << 20}
"""64 MB see what files have in common; whoever unpacks needs as much memory."""

_JUMPS: Mapping[str, Mapping[str, int]] = {"x86_64": {"id": lzma.FILTER_X86}}
"""Filters that make the targets of jumps alike, by uname; that for ARM is too new for systems that are in use."""


@contextmanager
def open_packed(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that packs what is written to it; the same content makes the same `.xz`."""
    jumps = _JUMPS.get(os.uname().machine)
    filters = [dict(each) for each in (jumps, _COMPRESSION) if each]
    with lzma.open(path, "wb", filters=filters) as packed:
        yield packed


def pack_package(package: Path) -> None:
    """Pack the files of a Debian package, which nfpm left as they were; needs `ar`.

    dpkg looks for the members in the order in which they stand (deb(5)).

    Raises:
        subprocess.CalledProcessError: it is no archive of such a package.
    """
    with tempfile.TemporaryDirectory(dir=package.parent) as folder:
        subprocess.run(["ar", "x", package.absolute()], cwd=folder, check=True)
        unpacked, head = Path(folder, "data.tar"), next(Path(folder).glob("control.tar*"))
        with unpacked.open("rb") as content, open_packed(Path(folder, "data.tar.xz")) as packed:
            shutil.copyfileobj(content, packed, 1 << 20)
        package.unlink()
        # Without the times, owners and numbers of the files at hand (D).
        members = ["debian-binary", head.name, "data.tar.xz"]
        subprocess.run(["ar", "qcD", package.absolute(), *members], cwd=folder, check=True, capture_output=True)
