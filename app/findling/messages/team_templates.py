"""Messages on a library that several people share, on a PostgreSQL server."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message

_LEAVE_AND_JOIN = "Leave it in the settings, under Shared library, and join it again."


@unique
class TeamMessage(Message):
    """Messages on the shared library, its server, and what is published there."""

    # The address.
    NO_ADDRESS = "{address} is no address of a database."
    READABLE_ON_THE_WAY = "Without verified TLS, whatever is sent to {host} can be read and changed on the way."
    # Reaching the server.
    NO_DRIVER = "This Findling lacks what it speaks to PostgreSQL with."
    UNREACHABLE = "The server of the shared library, {host}, cannot be reached: {reason}."
    BROKE_OFF = "The server of the shared library, {host}, broke off: {reason}."
    NOT_TRUSTED = "The server {host} has a certificate that this computer does not trust: {reason}."
    NO_TLS = "The server {host} does not speak TLS."
    WRONG_PASSWORD = "The server {host} does not take the name {user} with this password."  # noqa: S105 - a message
    NO_DATABASE = "The server {host} has no database {database}."
    NOT_ALLOWED_IN = "The server {host} does not let {user} in: {reason}."
    FULL = "The disk of the server {host} is full; nothing was lost, and nothing was taken in."
    # What is there.
    SERVER_TOO_OLD = "The server {host} runs PostgreSQL {version}; {needed} is the oldest that will do."
    NO_EXTENSION = "The server {host} does not have the extension pgvector."
    EXTENSION_TOO_OLD = "The server {host} has pgvector {version}; {needed} is the oldest that will do."
    NO_UTF8 = "The database {database} keeps its texts in {encoding}, not in UTF-8."
    NONE_THERE = "There is no shared library in the database {database}."
    ALREADY_THERE = "There is a shared library in the database {database} already."
    MADE_BY_NEWER = "The shared library was made by a newer Findling (version {theirs} of its tables, not {ours})."
    MADE_BY_OLDER = "The shared library was made by an older Findling (version {theirs} of its tables, not {ours})."
    MAY_NOT_CREATE = "{user} may not make a library in the database {database}: {reason}."
    NO_MEMBER = "{user} is not among those who may use the shared library."
    ONLY_READS = "{user} may only search the shared library."
    OTHER_MODEL = "The shared library was made with the model {theirs}; this library uses {ours}."
    OTHER_PRECISION = "The shared library was made with another build of the model {model}; their vectors do not mix."
    # What this computer has to do with it.
    NOT_JOINED = "This library has joined no shared one."
    JOINED_ANOTHER = "This library has joined the one at {address} already."
    MEMBERSHIP_DAMAGED = "What {file} says of the shared library is not understood."
    NOT_IN_LIBRARY = "{folder} is not in the library on this computer."
    NOT_SHARED = "{folder} is not shared."
    NO_GROUP = "The server {host} knows nobody, and no group, called {name}."
    NOTHING_EMBEDDED = "Nothing on this computer is embedded yet."
    # Publishing by itself.
    PUBLISHED_LATER = "What you share is published later. {reason}"
    IN_STEP_AGAIN = "What you share is published again."
    # Searching.
    LOCAL_INSTEAD = "This comes from the library on this computer. {reason}"
    PERSONAL_FILTER = "Labels and topics are yours alone: the shared library cannot be narrowed by {names:list}."
    # Passwords.


@unique
class TeamRemedy(Message):
    """Advice on the shared library, shown after a message."""

    WRITE_ADDRESS = "Write it like postgresql://ann@db.example.org/findling."
    VERIFY = "Leave sslmode out: verify-full is the default."
    INSTALL_DRIVER = (
        "Install it: {python} -m pip install 'psycopg[binary]'",
        None,
        "Packages of Findling come without it: set Findling up from its source, where it can be added.",
    )
    CHECK_NETWORK = "Check the network and the address; what was begun goes on when you ask again."
    NAME_CERTIFICATE = "Name your authority's: add ?sslrootcert=FILE to the address."
    TURN_ON_TLS = "Its administrator can turn it on (ssl = on)."
    JOIN_AGAIN = (
        "Give the right one: findling library join {address} --password-file FILE",
        _LEAVE_AND_JOIN,
    )
    ASK_ADMINISTRATOR = "Ask its administrator."
    UPGRADE_SERVER = "Its administrator can upgrade it."
    INSTALL_EXTENSION = "Its administrator can install it, and run CREATE EXTENSION vector in the database."
    UPGRADE_EXTENSION = "Its administrator can upgrade it, and run ALTER EXTENSION vector UPDATE."
    MAKE_UTF8 = "Its administrator can make one: CREATE DATABASE findling ENCODING 'UTF8' TEMPLATE template0."
    CREATE = "Make one: findling library create {address}", "Whoever runs the server makes one on the command line."
    JOIN = "Join it: findling library join {address}", "Join it in the settings, under Shared library."
    JOIN_ONE = "Join one: findling library join ADDRESS", "Join one in the settings, under Shared library."
    LEAVE_FIRST = "Leave it first: findling library leave", "Leave it first, in the settings under Shared library."
    FORGET = "Forget it, and join again: findling library leave --keep", _LEAVE_AND_JOIN
    UPGRADE_FINDLING = "Install the newest Findling on this computer."
    UPGRADE_TABLES = (
        "Whoever made it can run findling library create once more, which brings it up to date.",
        "Whoever made it can bring it up to date, on the command line.",
    )
    GRANT_MEMBER = "Its administrator can run GRANT findling_member TO {user}."
    GRANT_READER = "Its administrator can run GRANT findling_reader TO {user}, or findling_member to publish as well."
    USE_MODEL = "Use that one: findling models use {model}", "Use that one, under Models."
    INDEX_FIRST = "Index something first: findling index FOLDER", "Add a folder in the library."
    ADD_FIRST = "Add it first: findling index {folder}", "Add it in the library first."
    SEE_SHARED = "See what is: findling library status", "The settings list what is, under Shared library."
    KEY_IN_ENVIRONMENT = "Set the password in the environment instead: {variable}=..."
    MAKE_ROOM = "Its administrator can make room; publish again then."
