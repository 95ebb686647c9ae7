"""Session bus of a test's own, and a client that asks over it as a desktop does."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from findling.ipc.command import find_program
from waiting import PATIENCE_SECONDS

NAME = "org.findling.Search"
SHELL = ("/org/findling/Search", "org.gnome.Shell.SearchProvider2")
RUNNER = ("/runner", "org.kde.krunner1")

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="needs a message bus (sudo apt-get install dbus)"
)


@contextmanager
def running_bus(home: Path, library: Path) -> Iterator[dict[str, str]]:
    """Run a bus that starts the answers to the desktop's search on a library; yield the environment of its clients."""
    services = home / "dbus-1" / "services"
    services.mkdir(parents=True)
    command = " ".join(f"'{part}'" for part in (*find_program(), "--library", str(library), "desktop-search"))
    (services / f"{NAME}.service").write_text(f"[D-BUS Service]\nName={NAME}\nExec={command}\n")
    around = {**os.environ, "XDG_DATA_HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    around.pop("INVOCATION_ID", None)
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], env=around, stdout=subprocess.PIPE, text=True
    )
    try:
        assert daemon.stdout is not None
        yield {**around, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
    finally:
        # Whoever is on the bus ends with it.
        daemon.terminate()
        daemon.communicate()


class BusClient:
    """Program on the bus."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self.connection = open_dbus_connection(bus=address)

    def call(self, place: tuple[str, str], method: str, signature: str = "", *values: object) -> object:
        """Call a method and return its value, or the name of its error."""
        from jeepney import HeaderFields, MessageType

        reply = self.connection.send_and_get_reply(
            self.write(place, method, signature, *values), timeout=PATIENCE_SECONDS
        )
        if reply.header.message_type is MessageType.error:
            return reply.header.fields[HeaderFields.error_name]
        return reply.body[0] if reply.body else None

    @staticmethod
    def write(place: tuple[str, str], method: str, signature: str = "", *values: object):
        from jeepney import DBusAddress, new_method_call

        return new_method_call(DBusAddress(place[0], NAME, place[1]), method, signature or None, values)

    def list_methods(self, place: tuple[str, str]) -> dict[str, tuple[str, str]]:
        """Return the types of arguments and values of an interface's methods, by what the object says of itself."""
        said = self.call((place[0], "org.freedesktop.DBus.Introspectable"), "Introspect")
        found = ET.fromstring(str(said)).find(f"interface[@name='{place[1]}']")
        assert found is not None
        return {
            method.attrib["name"]: tuple(
                "".join(arg.attrib["type"] for arg in method.iter("arg") if arg.attrib["direction"] == way)
                for way in ("in", "out")
            )
            for method in found.iter("method")
        }
