"""Messages on the system, settings and Findling's own processes."""

from __future__ import annotations

import errno
import os
from enum import unique
from typing import TYPE_CHECKING

from findling.messages.notice import Message

if TYPE_CHECKING:
    from findling.messages.notice import Notice


@unique
class SystemMessage(Message):
    """Messages on processes, logs and settings, and errors of the system and of other programs."""

    PLAIN = "{text}"
    BUG = "Findling made a mistake ({error})."
    DISK_FULL = "The disk is full: Findling needs about {needed:size} to go on."
    OPEN_ALREADY = "Findling is open already, and does not answer."
    LOG_UNWRITABLE = "The log {file} cannot be written: {reason}."
    # Processes.
    WORKER_NOT_STARTED = "The indexing process cannot be started: {reason}."
    WORKER_ENDED = "The indexing process ended before it was done."
    WORKER_ENDED_BY = "The indexing process ended before it was done ({how})."
    NOT_TO_BE_ASKED = "{command} cannot be asked of an open library."
    SEARCH_ENDED = "The search ended before it could answer."
    MODEL_WORK_ENDED = "The work on this model ended before it was done."
    READER_NOT_STARTED = "The program that reads files cannot be started: {reason}."
    READER_DOES_NOT_START = "The program that reads files does not start ({reason})."
    # Settings.
    SETTINGS_NO_TEXT = "The settings {file} are no text in UTF-8."
    SETTINGS_UNREADABLE = "The settings {file} cannot be read: {reason}."
    SETTINGS_UNKNOWN = "The settings {file} hold what this Findling does not know and leaves as it is: {names:list}."
    SETTINGS_KEPT = "{what} The usual settings hold in its place, and the file is kept as {copy}."
    SETTINGS_WRONG = "In the settings {file}, {what}."
    SETTINGS_UNWRITABLE = "The settings {file} cannot be written: {reason}."
    HAS_TO_BE_ONE_OF = "{name} has to be one of {choices:list}"
    HAS_TO_BE_NUMBER = "{name} has to be a whole number"
    HAS_TO_BE_TEXT = "{name} has to be a text in quotes"
    HAS_TO_BE_TRUTH = "{name} has to be true or false"
    HAS_TO_BE_LIST = "{name} has to be a list of texts"
    HAS_TO_BE_TABLE = "{name} has to be a table of texts"
    CANNOT_BE_NEGATIVE = "{name} cannot be negative"
    # Errors of the system, which Python has in English whatever the language.
    PERMISSION_DENIED = "Permission denied"
    NOT_PERMITTED = "Operation not permitted"
    NO_SUCH_FILE = "No such file or directory"
    NOT_A_DIRECTORY = "Not a directory"
    IS_A_DIRECTORY = "Is a directory"
    FILE_EXISTS = "File exists"
    NO_SPACE = "No space left on device"
    QUOTA_EXCEEDED = "Disk quota exceeded"
    READ_ONLY = "Read-only file system"
    INPUT_OUTPUT = "Input/output error"
    NAME_TOO_LONG = "File name too long"
    NOT_CONNECTED = "Transport endpoint is not connected", "The connection to its disk is broken"
    STALE_HANDLE = "Stale file handle", "The connection to its disk has to be made again"
    HOST_DOWN = "Host is down", "The computer that has it does not answer"
    # What opens documents, and what it is shut off from.
    CONFINED = "What opens your documents is shut off from {accesses}."
    UNCONFINED = "What opens your documents is not shut off on this system from {accesses}."
    BOTH = "{first}, {rest}"
    ACCESS_READ = "your other files"
    ACCESS_LIST = "their names"
    ACCESS_WRITE = "changing and deleting files"
    ACCESS_NETWORK = "the network"
    ACCESS_SOCKETS = "programs that listen on this computer"
    ACCESS_EXECUTE = "starting programs"
    ACCESS_FORK = "starting processes", "making copies of itself"
    ACCESS_PROCESSES = "other processes"
    ACCESS_NAMESPACES = "closed-off areas of other programs"


_BY_NUMBER = {
    errno.EACCES: SystemMessage.PERMISSION_DENIED,
    errno.EPERM: SystemMessage.NOT_PERMITTED,
    errno.ENOENT: SystemMessage.NO_SUCH_FILE,
    errno.ENOTDIR: SystemMessage.NOT_A_DIRECTORY,
    errno.EISDIR: SystemMessage.IS_A_DIRECTORY,
    errno.EEXIST: SystemMessage.FILE_EXISTS,
    errno.ENOSPC: SystemMessage.NO_SPACE,
    getattr(errno, "EDQUOT", None): SystemMessage.QUOTA_EXCEEDED,
    errno.EROFS: SystemMessage.READ_ONLY,
    errno.EIO: SystemMessage.INPUT_OUTPUT,
    errno.ENAMETOOLONG: SystemMessage.NAME_TOO_LONG,
    errno.ENOTCONN: SystemMessage.NOT_CONNECTED,
    getattr(errno, "ESTALE", None): SystemMessage.STALE_HANDLE,
    getattr(errno, "EHOSTDOWN", None): SystemMessage.HOST_DOWN,
}


def explain_os_error(error: OSError) -> Notice:
    """Return the reason that the system gave, as a message to be used within another."""
    known = _BY_NUMBER.get(error.errno)
    # An error that Findling raised itself may bear the number with other words.
    if known is not None and error.strerror in (None, "", known.template, os.strerror(error.errno or 0)):
        return known()
    # Of an error without a text Python would say "None".
    said = " ".join(str(part) for part in error.args if part is not None)
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return SystemMessage.PLAIN(text=error.strerror or (name if error.errno else said or name))
