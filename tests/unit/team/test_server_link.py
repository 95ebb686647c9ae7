"""Each failure to reach or use a server is one clear message with what to do."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from contextlib import closing

import pytest

from findling.errors import LibraryError, LibraryTooNewError, UsageError
from findling.messages.team_templates import TeamMessage
from findling.team.library_address import LibraryAddress
from findling.team.library_creation import create_library
from findling.team.server_link import OLDEST_SERVER, ServerFacts, ServerLink, ServerUnreachableError, require_version
from findling.team.team_passwords import PASSWORD_VARIABLE
from findling.team.team_schema import LATEST, TEAM_MIGRATIONS
from teamlibraries import MODEL, SharedDatabase

ADDRESS = LibraryAddress("ann", "db.example.org", 0, "findling")
GOOD = {"version": OLDEST_SERVER, "encoding": "UTF8", "vector": "0.8.0", "is_vector_made": True}


def refuse(address, password="") -> LibraryError:
    with pytest.raises(LibraryError) as refused, ServerLink.open(address, password):
        pass
    return refused.value


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"version": 140_012}, TeamMessage.SERVER_TOO_OLD),
        ({"encoding": "SQL_ASCII"}, TeamMessage.NO_UTF8),
        ({"vector": ""}, TeamMessage.NO_EXTENSION),
        ({"vector": "0.7.4"}, TeamMessage.EXTENSION_TOO_OLD),
    ],
)
def test_a_server_that_does_not_do_is_named_with_what_it_lacks(facts, message):
    with pytest.raises(LibraryError) as refused:
        ServerFacts(**(GOOD | facts)).require_usable(ADDRESS)
    assert refused.value.notice.message is message
    assert refused.value.notice.remedies


@pytest.mark.parametrize("version", ["0.8.0", "0.8.6", "0.10.0", "1.0"])
def test_a_server_that_is_new_enough_does(version):
    ServerFacts(**(GOOD | {"vector": version})).require_usable(ADDRESS)


def test_tables_of_another_release_are_not_touched():
    with pytest.raises(LibraryTooNewError):
        require_version(2, 1)
    with pytest.raises(LibraryError, match="older Findling"):
        require_version(1, 2)
    require_version(1, 1)


def test_a_wrong_password_is_told_from_a_missing_database(template):
    url = template.server.url(template.name, "ann")
    assert refuse(LibraryAddress.parse(url)[0], "wrong").notice.message is TeamMessage.WRONG_PASSWORD
    absent = LibraryAddress.parse(template.server.url("nothing", "ann"))[0]
    assert refuse(absent).notice.message is TeamMessage.NO_DATABASE


def test_where_nobody_listens_the_server_is_out_of_reach(template):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        error = refuse(LibraryAddress.parse(f"postgresql://ann@127.0.0.1:{taken.getsockname()[1]}/x")[0])
    assert isinstance(error, ServerUnreachableError)
    assert error.notice.message is TeamMessage.UNREACHABLE
    assert error.notice.fact("reason") == "Connection refused"


def test_a_server_without_tls_is_refused_where_tls_is_asked_for(template):
    url = f"{template.server.url(template.name, 'ann')}?sslmode=verify-full&sslrootcert=system"
    assert refuse(LibraryAddress.parse(url)[0]).notice.message is TeamMessage.NO_TLS


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs a certificate (sudo apt-get install openssl)")
def test_a_certificate_that_nobody_vouches_for_is_refused(template, tmp_path):
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=elsewhere",
         "-out", certificate, "-keyout", key],
        check=True, capture_output=True,
    )  # fmt: skip
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        answering = threading.Thread(target=offer_tls, args=(listening, certificate, key))
        answering.start()
        url = f"postgresql://ann@127.0.0.1:{listening.getsockname()[1]}/x?sslmode=verify-full&sslrootcert=system"
        error = refuse(LibraryAddress.parse(url)[0])
        answering.join()
    assert error.notice.message is TeamMessage.NOT_TRUSTED


def offer_tls(listening, certificate, key):
    """Answer as a PostgreSQL server does that speaks TLS: S to a request for it, and then a handshake."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    connection, _ = listening.accept()
    with connection:
        connection.recv(8)
        connection.sendall(b"S")
        with pytest.raises(OSError):
            context.wrap_socket(connection, server_side=True).recv(1)


def test_a_member_of_a_library_may_not_make_another(template):
    database = template.server.create_database()
    address = LibraryAddress.parse(template.server.url(database, "ann"))[0]
    with pytest.raises(LibraryError) as refused, ServerLink.open(address) as link:
        create_library(link, MODEL)
    assert refused.value.notice.message is TeamMessage.MAY_NOT_CREATE


def test_a_library_is_made_by_who_may_make_tables_where_the_extension_and_the_groups_are(template, make_local):
    database = template.server.create_database()
    template.server.create_person("builder")
    with template.server.connect(database) as connection:
        connection.execute(f"CREATE EXTENSION vector; GRANT CREATE ON DATABASE {database} TO builder")
    with ServerLink.open(LibraryAddress.parse(template.server.url(database, "builder"))[0]) as link:
        create_library(link, MODEL)
    built, local = SharedDatabase(template.server, database), make_local("ann")
    local.write("a.txt", "a text", passages=1)
    with built.open("ann") as team:
        team.share(local.folder, ["bob"])
        assert local.publish(team).brought == 1
    with built.open("bob") as his, built.open("eve") as hers:
        assert (his.status().documents, hers.status().documents) == (1, 0)


def test_a_library_is_made_once(template):
    address = LibraryAddress.parse(template.server.url(template.name))[0]
    with pytest.raises(UsageError, match="already"), ServerLink.open(address) as link:
        create_library(link, MODEL)


def test_a_newer_findling_brings_the_tables_up_to_date_and_an_older_one_leaves_them(shared, make_local):
    local = make_local("ann")
    local.write("a.txt", "a text", passages=1)
    with shared.open("ann") as team:
        team.share(local.folder, ["sales"])
        local.publish(team)

    from psycopg.sql import SQL, Literal

    def add_note(vector_schema, dimensions):
        yield SQL("ALTER TABLE library ADD COLUMN note text DEFAULT {}").format(
            Literal(f"{vector_schema} {dimensions}")
        )

    with ServerLink.open(shared.join("admin").server) as link:
        create_library(link, MODEL, (*TEAM_MIGRATIONS, add_note))
        with pytest.raises(LibraryTooNewError):
            create_library(link, MODEL)
    assert shared.ask("SELECT version, model, note FROM library") == [(LATEST + 1, "tests", "public 8")]
    assert shared.ask("SELECT body FROM documents") == [("a text",)]
    with pytest.raises(LibraryTooNewError), shared.open("ann"):
        pass


def test_without_a_password_the_server_says_who_was_refused(template, monkeypatch):
    monkeypatch.delenv(PASSWORD_VARIABLE)
    monkeypatch.setenv("PGPASSFILE", "/nowhere")
    error = refuse(LibraryAddress.parse(template.server.url(template.name, "ann"))[0])
    assert error.notice.message is TeamMessage.WRONG_PASSWORD
    assert "ann" in str(error)


def lose_session(shared):
    with shared.open("ann") as team:
        sessions = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        shared.ask(f"{sessions} AND usename = 'ann'")
        team.status()


def test_a_session_that_ends_in_between_is_told(shared):
    with pytest.raises(ServerUnreachableError) as broken:
        lose_session(shared)
    assert broken.value.notice.message is TeamMessage.BROKE_OFF
