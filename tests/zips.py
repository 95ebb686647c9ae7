"""Zip archives made in a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """Make a zip with these members."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()
