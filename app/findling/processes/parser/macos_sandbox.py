"""macOS: the parser enters a sandbox in which it may only read Python and fonts.

Never seen running: this was written from Apple's `sandbox_init(3)` and from the profiles that ship with macOS
(/System/Library/Sandbox/Profiles), on another system. The self-test tells what came of it.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PROFILE = """
(version 1)
(deny default)
(allow sysctl-read)
(allow signal (target self))
(allow file-read-metadata)
(allow file-read* {places})
"""
# Libraries of the system lie in a cache of the loader, which it may have to open for one that comes later.
_LOADER = ("/usr/lib", "/System/Library", "/private/var/db/dyld", "/System/Volumes/Preboot/Cryptexes")


def enter_sandbox(readable: Iterable[Path]) -> None:
    """Enter it, for good; where that fails, the reason is on standard error."""
    system = ctypes.CDLL("/usr/lib/libSystem.B.dylib", use_errno=True)
    reason = ctypes.c_char_p()
    profile = build_profile((*map(str, readable), *_LOADER))
    if system.sandbox_init(profile.encode(), ctypes.c_uint64(0), ctypes.byref(reason)) != 0:
        sys.stderr.write(f"sandbox_init: {(reason.value or b'').decode(errors='replace')}\n")
        system.sandbox_free_error(reason)


def build_profile(places: Iterable[str]) -> str:
    """Return the profile that leaves reading below these places."""
    # A string of the profile's language is written as one of JSON.
    return _PROFILE.format(places=" ".join(f"(subpath {json.dumps(place, ensure_ascii=False)})" for place in places))
