"""Address of the hub that models are published on, or of the user's mirror."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

HUB = "https://huggingface.co"


def find_hub() -> str:
    """Return the address that models are downloaded from: $HF_ENDPOINT, or the hub."""
    return (os.environ.get("HF_ENDPOINT") or HUB).rstrip("/")


def hub_name() -> str:
    """Return the host that models are downloaded from."""
    return urlsplit(find_hub()).netloc or find_hub()
