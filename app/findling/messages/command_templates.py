"""Messages of the command line alone: usage errors, and findings of `findling doctor`."""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message


@unique
class CommandMessage(Message):
    """Mistakes in what was typed, and corrections."""

    ONE_OF_PLAN_OPTIONS = "Only one of --plan, --apply, --undo and --history can be meant at once."
    ONE_OF_LABEL_OPTIONS = (
        "Only one of --remove, --refuse, --rename, --suggest, --watch and --undo can be meant at once;"
        " --refuse needs files, --least-sure needs --suggest, and --merge needs --rename."
    )
    NO_LABEL_NAMED = "Name a label: findling label NAME"
    FORGET_ALONE = "--forget goes without other options."
    AS_PUBLISHED_ALONE = "--as-published goes without --mode and --run-out."
    WITH_AS_PUBLISHED = "--task and --published-for go with --as-published."
    CERTIFICATE_WITH_KEY = "--certificate and --certificate-key go together."
    COMPARES_VECTORS = "It compares vectors only."
    MAKE_KEY = "Make one: openssl rand -base64 32"
    KEY_FILE = "Name a file with one: --key-file FILE"
    BOTH_PEM = "Both have to be PEM files that belong together."
    NO_HOST = "Leave --host away."
    WAITS_ON_BATTERY = "Waits: on battery. To go on now: findling index --now"
    KEEP_OR_FORGET = "Only one of --keep and --forget can be meant at once."
    OTHER_PORT = "Choose another: findling serve --port 0 takes one that is free."
    NOT_LOGGED = "It could not be written down either, for want of a place: {log}."
    # Faults of a step in a plan's file.
    STEP_NO_OBJECT = "it is no object in braces"
    STEP_ACTION = "its action is none of {actions:list}"
    STEP_TYPE = "its type is not step"
    STEP_PATH = "in '{key}', '{path}' is no whole path"
    STEP_CONTENT = "in '{key}', 'content' is no BLAKE3 of a file"
    STEP_TARGET = "it has no target"


@unique
class WindowMessage(Message):
    """Reasons why no window can be opened, and remedies; shown on the terminal alone."""

    LIBRARIES_MISSING = "The window needs libraries that this system lacks: {names:list}."
    NO_FONTS = "There are no fonts on this system, so nothing could be read."
    QT_NOT_LOADED = "The window cannot be opened: {error}."
    NO_SCREEN = "There is no screen to open a window on."
    SCREEN_SILENT = "The screen {display} does not answer."
    INSTALL_PACKAGES = "On Debian or Ubuntu: sudo apt-get install {packages}"
    USE_COMMANDS = "Use the command line: findling search WORDS, or findling --help"
    CHECK_DISPLAY = "See whether DISPLAY is right."


@unique
class CheckMessage(Message):
    """Findings of `findling doctor`, and of `findling status` where it finds the same."""

    SQLITE = "SQLite {version}"
    SQLITE_LACKS = "SQLite {version}: {shortcomings}"
    OLDER_THAN = "older than {version}"
    ONE_THREAD = "built for one thread only"
    PRIVATE_BY_WINDOWS = "kept by Windows for your account"
    PRIVATE = "your library is readable by you alone"
    OPEN_TO_OTHERS = "open to other users: {paths}"
    FREE = "{free:size} free at {folder}"
    READER = "starts; memory {memory}. {confinement}"
    MEMORY_LIMITED = "limited by the system"
    MEMORY_WATCHED = "watched"
    MODEL_UNPUBLISHED = "{model}: checksums are right; no answer of it was published to compare with"
    MODEL = "{model}: checksums are right, known answer is {off:number.4} off ({allowed:number.4} allowed)"
    PROVIDER = "{provider}: {rate:number} passages per second on one core"
    REMOTE = "texts of files are sent to {server}; it serves {model}, with vectors as here"
    DATABASE = "{count:number} files, {size:size}, every checksum is right"
    STORE = "your folders, rules and history are kept apart, with {backups:number} backups"
    STORE_DAMAGED = "your folders, rules and history are not kept apart; {backups:number} backups are whole"
    OF_OTHER_STATE = "made for another database, or another state of it, such as one put back from a backup"
    NO_WORDS = "there is no word index yet"
    WORDS = "{indexed:number} of {documents:number} documents, {behind:number} changes behind"
    NO_VECTORS = "nothing is embedded yet"
    VECTORS = "{published:number} of {vectors:number} vectors published, and {deleted:number} of deleted passages"
    LANGUAGES_KNOWN = "{model} knows every language of the files"
    ONE_FILE_FOREIGN = "1 file is in a language that the model does not know ({languages:list}): found by words only."
    FILES_FOREIGN = (
        "{count:number} files are in a language that the model does not know ({languages:list}): found by words only."
    )
    FOLDERS_LISTED = "every folder can be looked into"
    WATCHER_UNLIMITED = "{folders} to watch; this system sets no limit"
    WATCHER = "{folders} to watch; the system watches up to {limit:number}, for {programs:number} programs at once"
    ONE_FOLDER = "1 folder"
    FOLDERS = "{count:number} folders"
    FILE_REFUSED = "{file}: {reason}"
