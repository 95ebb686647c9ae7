"""Calls over a real bus are answered one by one, the latest of those that only the moment asks for."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager

import pytest

from findling.errors import FindlingError
from findling.messages.sharing_templates import SharingMessage
from sessionbus import NAME, BusClient, needs_bus, running_bus
from waiting import PATIENCE_SECONDS, wait_until

jeepney = pytest.importorskip("jeepney", reason="the search of the desktop is for Linux")
blocking = pytest.importorskip("jeepney.io.blocking")
bus_service = pytest.importorskip("findling.processes.desktop_search.bus_service")

pytestmark = needs_bus
PLACE = ("/a/b", "org.findling.Test")


class Asked:
    """Methods of a test's object."""

    def __init__(self):
        self.queries = []
        self.is_open = threading.Event()
        self.was_asked = threading.Event()

    def find(self, query):
        self.queries.append(query)
        self.was_asked.set()
        assert self.is_open.wait(PATIENCE_SECONDS)
        return [query]

    def refuse(self):
        raise FindlingError(SharingMessage.NOTHING_SHARED())

    def fail(self):
        raise ZeroDivisionError

    def methods(self):
        made = bus_service.BusMethod
        return {
            "Find": made(takes={"query": "s"}, gives={"found": "as"}, run=self.find, is_of_the_moment=True),
            "Refuse": made(takes={}, gives={}, run=self.refuse),
            "Fail": made(takes={}, gives={}, run=self.fail),
        }


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    place = tmp_path_factory.mktemp("bus")
    with running_bus(place, place / "library") as around:
        yield around["DBUS_SESSION_BUS_ADDRESS"]


class Running:
    """Service in a thread, and a client."""

    def __init__(self, address, idle_seconds):
        self.asked = Asked()
        self.connection = blocking.open_dbus_connection(bus=address)
        objects = [bus_service.BusObject(*PLACE, self.asked.methods())]
        service = bus_service.BusService(self.connection, NAME, objects, idle_seconds)
        self.results = []
        self.thread = threading.Thread(target=lambda: self.results.append(service.run()), daemon=True)
        self.thread.start()
        self.client = BusClient(address)

    def has_name(self):
        bus = jeepney.bus_messages.message_bus
        return bool(self.client.connection.send_and_get_reply(bus.NameHasOwner(NAME)).body[0])

    def close(self):
        self.asked.is_open.set()
        # The service hears of this as it hears of a bus that ends.
        self.connection.sock.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.connection.close()
        self.client.connection.close()


@contextmanager
def started(address, idle_seconds=PATIENCE_SECONDS):
    made = Running(address, idle_seconds)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def running(address):
    with started(address) as made:
        wait_until(made.has_name)
        yield made


def test_of_searches_that_wait_only_the_latest_is_made_and_the_others_are_answered_with_nothing(running):
    client = running.client
    calls = [client.write(PLACE, "Find", "s", query) for query in ("l", "le", "lea", "leas", "lease")]
    client.connection.send(calls[0], serial=1_001)
    assert running.asked.was_asked.wait(PATIENCE_SECONDS)
    for serial, call in enumerate(calls[1:], 1_002):
        client.connection.send(call, serial=serial)
    wait_until(lambda: count_waiting(running.connection.sock) == 4)
    running.asked.is_open.set()
    replies = {}
    while len(replies) < 5:
        reply = client.connection.receive(timeout=PATIENCE_SECONDS)
        if serial := reply.header.fields.get(jeepney.HeaderFields.reply_serial):
            replies[serial] = reply.body[0]
    assert replies == {1_001: ["l"], 1_002: [], 1_003: [], 1_004: [], 1_005: ["lease"]}
    assert running.asked.queries == ["l", "lease"]


def count_waiting(received):
    """Count the calls that have come to a socket, and were not read."""
    try:
        return received.recv(65_536, socket.MSG_PEEK | socket.MSG_DONTWAIT).count(PLACE[1].encode())
    except BlockingIOError:
        return 0


@pytest.mark.parametrize(
    ("place", "method", "error"),
    [
        (PLACE, "Refuse", "Failed"),
        (PLACE, "Fail", "Failed"),
        (PLACE, "Nope", "UnknownMethod"),
        ((PLACE[0], "org.example.Other"), "Find", "UnknownMethod"),
        (("/nowhere", PLACE[1]), "Find", "UnknownObject"),
        (PLACE, "Find", "InvalidArgs"),
        ((PLACE[0], "org.freedesktop.DBus.Properties"), "Set", "UnknownMethod"),
    ],
)
def test_what_cannot_be_answered_is_refused_and_the_next_call_is_answered(running, place, method, error):
    assert running.client.call(place, method) == f"org.freedesktop.DBus.Error.{error}"
    running.asked.is_open.set()
    assert running.client.call(PLACE, "Find", "s", "lease") == ["lease"]


def test_it_says_of_itself_what_the_standard_interfaces_ask_for(running):
    assert running.client.list_methods(PLACE) == {"Find": ("s", "as"), "Refuse": ("", ""), "Fail": ("", "")}
    assert '<node name="b"/>' in running.client.call(("/a", "org.freedesktop.DBus.Introspectable"), "Introspect")
    assert running.client.call((PLACE[0], "org.freedesktop.DBus.Peer"), "Ping") is None
    assert running.client.call((PLACE[0], "org.freedesktop.DBus.Properties"), "GetAll", "s", PLACE[1]) == {}


def test_it_ends_when_nothing_is_asked_and_gives_its_name_back(address):
    with started(address, idle_seconds=0.1) as made:
        made.thread.join()
        assert made.results == [True]
        assert not made.has_name()


def test_where_another_answers_it_does_not(running, address):
    with started(address) as second:
        second.thread.join()
        assert second.results == [False]


def test_where_there_is_no_bus_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    with pytest.raises(FindlingError, match="session bus"):
        bus_service.connect_to_bus()
