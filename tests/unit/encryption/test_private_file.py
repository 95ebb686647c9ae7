"""A private file is read as it was written, encrypted where there is a key, and by nobody else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.encryption.private_file import SEALED_MAGIC, PrivateFile

KEY = bytes(range(32))


@given(content=st.binary(max_size=300))
def test_what_was_written_is_read(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("private") / "searches.json"
    for key in (None, KEY):
        PrivateFile(path, key).write(content)
        assert PrivateFile(path, key).read() == content


def test_an_encrypted_file_has_nothing_of_its_content_and_looks_another_way_each_time(tmp_path):
    file = PrivateFile(tmp_path / "searches.json", KEY)
    file.write(b"the lighthouse keeper")
    first = file.path.read_bytes()
    file.write(b"the lighthouse keeper")
    assert first.startswith(SEALED_MAGIC)
    assert b"lighthouse" not in first
    assert file.path.read_bytes() != first


def test_a_plain_file_is_read_with_a_key_too(tmp_path):
    PrivateFile(tmp_path / "searches.json").write(b"{}")
    assert PrivateFile(tmp_path / "searches.json", KEY).read() == b"{}"


@pytest.mark.parametrize("at", [len(SEALED_MAGIC), len(SEALED_MAGIC) + 12, -1])
def test_a_changed_byte_is_noticed(tmp_path, at):
    file = PrivateFile(tmp_path / "searches.json", KEY)
    file.write(b"the lighthouse keeper")
    written = bytearray(file.path.read_bytes())
    written[at] ^= 1
    file.path.write_bytes(written)
    with pytest.raises(ValueError, match="MAC"):
        file.read()


def test_another_key_opens_nothing(tmp_path):
    PrivateFile(tmp_path / "searches.json", KEY).write(b"{}")
    with pytest.raises(ValueError, match="MAC"):
        PrivateFile(tmp_path / "searches.json", bytes(32)).read()


def test_a_file_is_its_owners_alone(tmp_path: Path):
    PrivateFile(tmp_path / "searches.json", KEY).write(b"{}")
    if os.name != "nt":
        assert (tmp_path / "searches.json").stat().st_mode & 0o777 == 0o600
