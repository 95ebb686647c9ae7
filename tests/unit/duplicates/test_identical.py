"""Files with equal bytes are found, and no others."""

from __future__ import annotations

import os
from pathlib import Path

from findling.duplicates.identical import find_identical


def write(folder: Path, **contents: bytes) -> None:
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def names(groups: list[tuple[str, ...]]) -> list[list[str]]:
    return sorted([Path(path).name for path in group] for group in groups)


def test_only_files_with_equal_bytes_are_grouped(tmp_path):
    start = b"x" * 5000
    write(tmp_path, a=b"one", b=b"one", c=b"two", d=start + b"1", e=start + b"1", f=start + b"2", g=b"", h=b"")
    large = bytes(3 << 20)
    write(tmp_path, i=large + b"1", j=large + b"2", k=large + b"1")
    assert names(find_identical(tmp_path.iterdir())) == [["a", "b"], ["d", "e"], ["i", "k"]]


def test_names_of_one_file_links_and_what_is_gone_are_no_copies(tmp_path):
    write(tmp_path, a=b"one")
    os.link(tmp_path / "a", tmp_path / "b")
    (tmp_path / "c").symlink_to(tmp_path / "a")
    assert find_identical([*tmp_path.iterdir(), tmp_path / "gone"]) == []
