"""A file beside the database tells which shared library was joined, without the password."""

from __future__ import annotations

import stat

import pytest

from findling.errors import LibraryError, UsageError
from findling.library_wipe import LibraryWipe
from findling.paths import LibraryPaths
from findling.team.library_address import LibraryAddress
from findling.team.membership import (
    Membership,
    forget_membership,
    read_membership,
    require_membership,
    write_membership,
)


@pytest.fixture
def paths(tmp_path):
    return LibraryPaths.inside(tmp_path)


def test_a_membership_is_read_as_it_was_written_until_it_is_forgotten(paths):
    assert read_membership(paths) is None
    membership = Membership.make(LibraryAddress("ann", "db.example.org", 0, "x"))
    write_membership(paths, membership)
    assert read_membership(paths) == require_membership(paths) == membership
    assert stat.S_IMODE(paths.membership.stat().st_mode) == 0o600
    forget_membership(paths)
    assert read_membership(paths) is None


def test_no_two_libraries_are_taken_for_one():
    address = LibraryAddress("ann", "db.example.org", 0, "x")
    assert Membership.make(address).machine != Membership.make(address).machine


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"address": 1, "machine": "", "name": ""}', "\udcff"])
def test_a_file_that_is_not_understood_is_named(paths, written):
    paths.create()
    paths.membership.write_bytes(written.encode("utf-8", "surrogateescape"))
    with pytest.raises(LibraryError, match="not understood"):
        read_membership(paths)


def test_who_has_joined_none_is_told_how(paths):
    with pytest.raises(UsageError, match="findling library join"):
        require_membership(paths)


def test_wiping_takes_it_as_well(paths):
    write_membership(paths, Membership.make(LibraryAddress("ann", "db.example.org", 0, "x")))
    LibraryWipe(paths, settings=False).carry_out()
    assert not paths.membership.exists()
