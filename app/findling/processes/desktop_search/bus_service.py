"""Objects on the D-Bus session bus; methods are answered one by one until nothing is asked.

jeepney reads and writes the messages; it has no part for who answers. Standard interfaces and names of errors are
those of the D-Bus Specification 0.43.
"""

from __future__ import annotations

import logging
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from jeepney import HeaderFields, MessageFlag, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from findling.errors import FindlingError
from findling.messages.sharing_templates import SharingMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_OWNER = 1
_DO_NOT_QUEUE = 4
_ERROR = "org.freedesktop.DBus.Error"
_STANDARD = "org.freedesktop.DBus"
_HEAD = (
    '<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"'
    ' "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BusMethod:
    """Method of an interface.

    Attributes:
        takes: types of the arguments by their names, in order, as D-Bus writes types.
        gives: type of the one value that it returns, with its name; none where it returns nothing.
        run: gets the arguments, and returns the value.
        is_of_the_moment: a later call takes the place of one that waits, which is answered by an empty list.
    """

    takes: Mapping[str, str]
    gives: Mapping[str, str]
    run: Callable[..., object]
    is_of_the_moment: bool = False


@dataclass(frozen=True, slots=True)
class BusObject:
    """Object with one interface of its own."""

    path: str
    interface: str
    methods: Mapping[str, BusMethod]


class BusService:
    """Service under a name on the bus.

    Args:
        connection: to the bus.
        name: under which it is found.
        objects: that can be asked.
        idle_seconds: after so long without a call it ends; the bus starts it again when it is asked for.
    """

    def __init__(
        self, connection: DBusConnection, name: str, objects: Sequence[BusObject], idle_seconds: float
    ) -> None:
        self._connection = connection
        self._name = name
        self._objects = {each.path: each for each in objects}
        self._idle_seconds = idle_seconds
        self._waiting: deque[Message] = deque()

    def run(self) -> bool:
        """Answer calls until none come for long, or the bus is gone.

        Returns:
            False if another has the name.
        """
        with suppress(ConnectionError):
            if self._ask_bus(message_bus.RequestName(self._name, _DO_NOT_QUEUE)) != (_OWNER,):
                return False
            while self._receive():
                self._answer_next()
            # What was asked before the name was given up came here, and nobody else answers it.
            self._ask_bus(message_bus.ReleaseName(self._name))
            while self._waiting:
                self._answer_next()
        return True

    def _ask_bus(self, question: Message) -> tuple[Any, ...]:
        """Ask the bus itself; calls that come before its answer wait, as that which started us."""
        serial = next(self._connection.outgoing_serial)
        self._connection.send(question, serial=serial)
        while (message := self._connection.receive()).header.fields.get(HeaderFields.reply_serial) != serial:
            self._waiting.append(message)
        return tuple(message.body)

    def _receive(self) -> bool:
        """Take in all that has come; return False if that is nothing, for long."""
        patience = 0.0 if self._waiting else self._idle_seconds
        with suppress(TimeoutError):
            while True:
                self._waiting.append(self._connection.receive(timeout=patience))
                patience = 0.0
        return bool(self._waiting)

    def _answer_next(self) -> None:
        call = self._waiting.popleft()
        if call.header.message_type is not MessageType.method_call:
            return
        reply = self._answer(call)
        if not call.header.flags & MessageFlag.no_reply_expected:
            self._connection.send(reply)

    def _answer(self, call: Message) -> Message:
        fields = call.header.fields
        path, interface, name = (
            fields.get(each) for each in (HeaderFields.path, HeaderFields.interface, HeaderFields.member)
        )
        if interface and interface.startswith(_STANDARD):
            return self._answer_standard(call, path, f"{interface}.{name}")
        found = self._objects.get(path)
        if found is None:
            return _refuse(call, "UnknownObject", f"There is no {path}.")
        method = found.methods.get(name)
        if method is None or interface not in (None, found.interface):
            return _refuse(call, "UnknownMethod", f"There is no {interface}.{name}.")
        if fields.get(HeaderFields.signature, "") != "".join(method.takes.values()):
            return _refuse(call, "InvalidArgs", f"{name} takes {method.takes}.")
        if method.is_of_the_moment and any(_is_same(call, later) for later in self._waiting):
            return _give(call, method, [])
        try:
            return _give(call, method, method.run(*call.body))
        except FindlingError as error:
            return _refuse(call, "Failed", str(error))
        except Exception:
            # Not what was asked, which may be private.
            logging.getLogger("findling").exception("a call of %s failed", name)
            return _refuse(call, "Failed", str(SharingMessage.BUG_LOGGED()))

    def _answer_standard(self, call: Message, path: str, name: str) -> Message:
        match name:
            case "org.freedesktop.DBus.Introspectable.Introspect":
                return new_method_return(call, "s", (self._describe(path),))
            case "org.freedesktop.DBus.Peer.Ping":
                return new_method_return(call)
            case "org.freedesktop.DBus.Properties.GetAll":
                return new_method_return(call, "a{sv}", ({},))
        return _refuse(call, "UnknownMethod", f"There is no {name}.")

    def _describe(self, path: str) -> str:
        """Return the introspection data of an object, or of a node above some."""
        found = self._objects.get(path)
        above = f"{path.rstrip('/')}/"
        names = dict.fromkeys(each[len(above) :].split("/")[0] for each in self._objects if each.startswith(above))
        nodes = "".join(f"  <node name={quoteattr(name)}/>\n" for name in names)
        return f"{_HEAD}<node>\n{_describe_interface(found) if found else ''}{nodes}</node>\n"


def connect_to_bus() -> DBusConnection:
    """Connect to the bus of the user's session.

    Raises:
        FindlingError: there is none, or it does not answer.
    """
    try:
        return open_dbus_connection(bus="SESSION")
    except (OSError, KeyError, ValueError, RuntimeError) as error:
        raise FindlingError(SharingMessage.NO_BUS(reason=str(error) or type(error).__name__)) from error


def _give(call: Message, method: BusMethod, value: object) -> Message:
    return new_method_return(call, *(("".join(method.gives.values()), (value,)) if method.gives else ()))


def _refuse(call: Message, error: str, words: str) -> Message:
    return new_error(call, f"{_ERROR}.{error}", "s", (words,))


def _is_same(call: Message, other: Message) -> bool:
    """Return whether another call asks the same method, for the same program."""
    same = (HeaderFields.path, HeaderFields.member, HeaderFields.sender)
    return all(call.header.fields.get(each) == other.header.fields.get(each) for each in same)


def _describe_interface(found: BusObject) -> str:
    lines = [f"  <interface name={quoteattr(found.interface)}>"]
    for name, method in found.methods.items():
        lines.append(f"    <method name={quoteattr(name)}>")
        for direction, values in (("in", method.takes), ("out", method.gives)):
            lines += [
                f"      <arg type={quoteattr(kind)} name={quoteattr(argument)} direction={quoteattr(direction)}/>"
                for argument, kind in values.items()
            ]
        lines.append("    </method>")
    return "\n".join([*lines, "  </interface>\n"])
