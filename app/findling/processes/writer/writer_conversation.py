"""State machine of the conversation with one writer process; both of its clients drive it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.ipc.failures import Failed
from findling.processes.writer.messages import Done, Hello

if TYPE_CHECKING:
    from typing import TypeAlias

    from findling.processes.writer.messages import Command, Event

    Meaning: TypeAlias = "WriterOpened | OpeningFailed | CommandDone | CommandFailed | Event"


@dataclass(frozen=True, slots=True)
class WriterOpened:
    """The library is open, and commands can be given."""


@dataclass(frozen=True, slots=True)
class OpeningFailed:
    """The library cannot be opened; the writer ends."""

    failed: Failed


@dataclass(frozen=True, slots=True)
class CommandDone:
    """The command is carried out; None where none was given."""

    command: Command | None
    done: Done


@dataclass(frozen=True, slots=True)
class CommandFailed:
    """The command failed; None where none was given."""

    command: Command | None
    failed: Failed


class WriterConversation:
    """State of a writer as its client sees it: not open, open, or at a command.

    Args:
        is_open: whether the library is open already, as in another client's writer.
    """

    def __init__(self, *, is_open: bool = False) -> None:
        self.is_open = is_open
        self.current: Command | None = None
        """The command that is being carried out; None while there is none."""

    @property
    def is_free(self) -> bool:
        """True while a command can be given."""
        return self.is_open and self.current is None

    def give(self, command: Command) -> None:
        """Note that a command was sent.

        Raises:
            ValueError: the writer is not open, or at another command.
        """
        if not self.is_free:
            raise ValueError(f"{type(command).__name__} was given before {self.current or 'the opening'} was over")
        self.current = command

    def receive(self, event: Event) -> Meaning:
        """Process an event and return its meaning; one that ends nothing means itself."""
        match event:
            case Hello():
                self.is_open = True
                return WriterOpened()
            case Failed() if not self.is_open:
                return OpeningFailed(event)
            case Failed():
                return CommandFailed(self._end_command(), event)
            case Done():
                return CommandDone(self._end_command(), event)
        return event

    def lose(self) -> Command | None:
        """Note that the writer is gone; return the command that it leaves undone."""
        self.is_open = False
        return self._end_command()

    def _end_command(self) -> Command | None:
        command, self.current = self.current, None
        return command
