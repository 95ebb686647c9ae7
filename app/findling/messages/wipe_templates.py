"""Messages on forgetting everything: entries outside Findling's folders, and obstacles."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class WipeMessage(Message):
    """Entries that Findling made elsewhere, each as a part of a sentence, and obstacles."""

    STILL_RUNNING = "Findling still runs (process {processes:list}), so nothing was deleted."
    SERVER_KEYS = "keys of servers in the keyring of this system"
    SERVER_KEY = "the key of the server {server} in the keyring of this system"
    SHARED_LIBRARY_KEY = "the password of the shared library {server} in the keyring of this system"
    ASSISTANT_ENTRY = "the entry in the settings of {assistant}, {file}"
    LOGIN_ENTRY = "the start at the login, {place}"
    SEARCH_ENTRY = "the entry in the search of the desktop, {file}"
