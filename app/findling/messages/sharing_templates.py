"""Messages on what is shared with other programs, and on the assistants among them."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class SharingMessage(Message):
    """Messages on shared folders, calls of other programs, and the settings of assistants."""

    # To the user who shares.
    OUTSIDE_LIBRARY = "{folder} is not in the library, and so nothing of it can be shared."
    NAME_NOT_WRITABLE = "The name of {folder} is no text, and cannot be written into the settings."
    UNKNOWN_ASSISTANT = "Findling knows no assistant called {name}."
    NO_ASSISTANT = "None of the assistants that Findling knows was found on this computer."
    ASSISTANTS_ARE = "It knows these: {names:list}."
    SETTINGS_NOT_UNDERSTOOD = "The settings of {assistant}, {file}, are not understood, and are left as they are."
    SETTINGS_NOT_WRITTEN = "The settings of {assistant}, {file}, cannot be written: {reason}."
    ENTRY_BY_HAND = "Add this by hand: {entry}"
    # To the user who follows a link.
    LINK_UNKNOWN = "The link {link} asks for something that Findling does not do."
    LINK_NOT_UNDERSTOOD = "The link {link} is not understood."
    # To the desktop that starts the answers to its search.
    NO_BUS = "There is no session bus to answer on: {reason}."
    NO_DESKTOP_SEARCH = "Only desktops on Linux search by D-Bus."
    # To the user of the desktop's search.
    SHOW_IN_FOLDER = "Show in folder"
    # To the program that asks.
    NOTHING_SHARED = "Nothing is shared with other programs."
    NOT_SHARED = "{file} is not among the shared files."
    NO_SUCH_PAGE = "{file} has no page {page}."
    NOTHING_TO_FIND = "There are no letters or figures in what is to be found."
    NO_OPERATION = "Nothing called {name} can be asked."
    NOT_TO_BE_ASKED = "{operation} cannot be asked like that: {what}."
    BUG_LOGGED = "Something in Findling went wrong; its log says what."
