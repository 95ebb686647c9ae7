"""Messages on a library that is encrypted, its passphrase and its key."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class EncryptionMessage(Message):
    """Messages on encrypting a library, and on opening an encrypted one."""

    LOCKED = "The library at {folder} is encrypted."
    NOT_ENCRYPTED = "The library at {folder} is not encrypted."
    ENCRYPTED_ALREADY = "The library at {folder} is encrypted already."
    WRONG_PASSPHRASE = "This is not the passphrase of the library at {folder}."  # noqa: S105 - a message about one
    PASSPHRASE_TOO_SHORT = "A passphrase has {least:number} characters at least."  # noqa: S105 - likewise
    KEY_FILE_DAMAGED = "The file {file} is damaged, and without it the library cannot be opened."
    KEY_FILE_MISSING = "This library is encrypted, and its key is missing: the file {file}."
    KEY_FILE_OF_ANOTHER = "This library is encrypted, and the key in {file} is another library's."
    KEY_FILE_UNUSABLE = "The file {file} cannot be used: {reason}."
    NO_CIPHER = "The library for encrypted databases is not installed."
    NO_MEMORY_FOLDER = (
        "This system keeps no files in memory for programs, so the index could not be kept from the disk."
    )
    MEMORY_TOO_SMALL = "The index takes {needed:size}, and files in memory have room for {free:size}."
    STILL_RUNNING = "Findling still runs (process {processes:list}), so nothing was changed."
    CONVERSION_STOPPED = "It was stopped. The library opens as it did; what is half encrypted is completed then."
    NOT_CONVERTED = "The file {file} cannot be written anew: {reason}."
