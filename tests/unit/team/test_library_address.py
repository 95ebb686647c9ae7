"""An address says where the shared library is and who asks; its password is kept apart, and TLS is verified."""

from __future__ import annotations

import pytest

from findling.errors import UsageError
from findling.messages.team_templates import TeamMessage
from findling.team.library_address import LibraryAddress


def test_a_password_is_taken_out_of_an_address():
    address, password = LibraryAddress.parse(
        "postgresql://ann:s%40cret@db.example.org:5433/team%20a?sslrootcert=/ca.pem"
    )
    assert (address.user, address.host, address.port, address.database) == ("ann", "db.example.org", 5433, "team a")
    assert password == "s@cret"
    assert address.url == "postgresql://ann@db.example.org:5433/team%20a?sslrootcert=%2Fca.pem"
    assert LibraryAddress.parse(address.url) == (address, "")


@pytest.mark.parametrize(
    "text",
    ["", "db.example.org", "https://db.example.org/x", "postgresql://ann@/x", "postgresql://ann@db.example.org",
     "postgresql://ann@db.example.org/x?options=-c%20role=admin", "postgresql://ann@db.example.org:port/x",
     "postgresql://[::1/x"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(UsageError) as refused:
        LibraryAddress.parse(text)
    assert refused.value.notice.message is TeamMessage.NO_ADDRESS


def test_a_refused_address_is_shown_without_its_password():
    with pytest.raises(UsageError) as refused:
        LibraryAddress.parse("mysql://ann:secret@db.example.org/x")
    assert "secret" not in str(refused.value)
    assert "ann:…@db.example.org" in str(refused.value)


def test_another_computer_is_reached_by_verified_tls_alone():
    parameters = LibraryAddress.parse("postgresql://ann@db.example.org/x")[0].to_parameters()
    assert (parameters["sslmode"], parameters["sslrootcert"]) == ("verify-full", "system")
    for weaker in ("disable", "prefer", "require", "verify-ca"):
        with pytest.raises(UsageError) as refused:
            LibraryAddress.parse(f"postgresql://ann@db.example.org/x?sslmode={weaker}")
        assert refused.value.notice.message is TeamMessage.READABLE_ON_THE_WAY


def test_what_is_sent_to_this_computer_needs_no_tls():
    assert "sslmode" not in LibraryAddress.parse("postgresql://ann@127.0.0.1/x")[0].to_parameters()
    assert "sslmode" not in LibraryAddress.parse("postgresql://ann@[::1]/x")[0].to_parameters()
