"""Copies that other programs open are private, bear their names, and go all at once."""

from __future__ import annotations

import stat

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError, FindlingError
from findling.extraction.embedded.opened_copies import OpenedCopies


def test_a_copy_bears_its_name_and_is_for_its_owner_to_read_alone(tmp_path):
    copies = OpenedCopies(tmp_path / "cache" / "opened")
    one, other = (copies.add("Contract.pdf", [b"one ", b"two"]) for _ in range(2))
    assert (one.name, one.read_bytes()) == ("Contract.pdf", b"one two")
    assert one != other
    assert stat.S_IMODE(one.stat().st_mode) == 0o400
    assert stat.S_IMODE(one.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "cache" / "opened").stat().st_mode) == 0o700
    copies.clear()
    assert not (tmp_path / "cache" / "opened").exists()


@pytest.mark.parametrize(
    ("name", "kept"), [("a: b?.pdf", "a_ b_.pdf"), ("con.txt", "_con.txt"), ("end. ", "end"), ("...", "_")]
)
def test_a_name_is_one_that_every_system_takes(tmp_path, name, kept):
    assert OpenedCopies(tmp_path).add(name, []).name == kept


def test_nothing_is_left_of_a_copy_that_cannot_be_made(tmp_path):
    def break_off():
        yield b"one"
        raise ExtractionError(Reason.DAMAGED)

    with pytest.raises(ExtractionError):
        OpenedCopies(tmp_path / "opened").add("a.pdf", break_off())
    assert list((tmp_path / "opened").iterdir()) == []
    (tmp_path / "file").touch()
    with pytest.raises(FindlingError, match="No copy can be made"):
        OpenedCopies(tmp_path / "file").add("a.pdf", [])
