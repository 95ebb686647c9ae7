"""Remedies, in words for the terminal and, where those name commands, others for the window.

Where the window can do it itself, `ui` puts a button beside the sentence.
"""

from __future__ import annotations

from enum import unique

from findling.messages.notice import Message

_MAKE_ROOM = "Free some space, or check the folder's permissions."
_MODELS = "The models are listed under Models."


@unique
class Remedy(Message):
    """Advice, shown after a message."""

    # Files and folders.
    CHECK_NAME = "Check its name."
    CHECK_NAME_OR_DISK = "Check its name, or connect its disk."
    CHECK_SPELLING = "Check how it is written."
    EXCLUDE_BY_MINUS = "To leave out files with a word, write a minus before it: -word."
    QUOTE_AS_TYPED = "In quotation marks a word is searched for as it is."
    CHECK_FILE = "Check the file."
    CHECK_PERMISSIONS = "Check the folder's permissions."
    CHECK_ITS_PERMISSIONS = "Check its permissions."
    CHECK_FOLDER = "Check that the folder exists and that you may write to it."
    CHECK_ITS_FOLDER = "Check its folder."
    CHECK_PERMISSIONS_AND_DISK = "Check the folder's permissions and its disk."
    CHECK_DISK = "Check its disk."
    CHECK_DISK_AND_ROOM = "Check the disk that it is on, and the room that you have there."
    CONNECT_DISK = (
        "Connect its disk, or forget the folder: findling remove {folder}",
        ("Connect its disk, or forget the folder in the library."),
    )
    CONNECT_OR_FORGET = (
        "Connect the disk, or forget them: findling forget {folder}",
        ("Connect the disk, or forget them in the library."),
    )
    FORGET_NOW = "To forget them now: findling forget {folder}", "They can be forgotten now in the library."
    CHOOSE_FOLDER = "Choose another folder."
    CHOOSE_PLACE = "Choose another place."
    CHOOSE_NAME = "Choose another name."
    CHOOSE_ANOTHER = "Choose another."
    CHOOSE_FREE_NAME = "Name another file, or have it overwritten with --force."
    MAY_BE_MOVED = "It may have been moved or deleted."
    WRITE_AS_GITIGNORE = "Patterns are written as in a .gitignore file."
    SEE_LABELS = "See: findling labels", "Give it to a file first."
    MERGE_LABELS = (
        "To make one of both: add --merge. Nothing that bears either loses it.",
        ("To make one of both, rename it in Labels."),
    )
    SEE_FOLDERS = "See: findling folders", "The library lists your folders."
    SEE_FILES = "See: findling files", "The library lists the files that are not searchable."
    ADD_FOLDER = "Add a folder: findling index FOLDER", "Add a folder in the library."
    ADD_THIS_FOLDER = "Add it: findling index FOLDER", "Add it in the library."
    SHARE_FOLDER = "Share a folder: findling share FOLDER", "Share a folder in the settings, under Assistants."
    NAME_FOLDER = "Name one: findling index FOLDER", "Add a folder in the library."
    INDEX = "Bring it up to date: findling index", "Wait a moment: it is being brought up to date."
    REINDEX = (
        "Run findling index: what is missing is made again from your files.",
        ("What is missing is made again from your files."),
    )
    SYSTEM_THAT_CONFINES = "Linux shuts it off from 5.13 on, where Landlock and seccomp are switched on."
    RAISE_WATCH_LIMIT = "Close programs that watch many files, or raise the system's limit for watched files."
    # Room.
    FREE_SPACE_AND_GO_ON = "Free some space; it goes on where it stopped, and what is indexed stays searchable."
    FREE_SPACE = "Free some space."
    FREE_BYTES = "Free {needed:size} or more."
    FREE_SPACE_OR_PERMISSIONS = _MAKE_ROOM
    FREE_SPACE_OR_FOLDER = "Free some space, or choose another folder."
    FREE_SPACE_OR_LIBRARY = (
        "Check the folder's permissions and the disk's space, or choose another folder with --library.",
        _MAKE_ROOM,
    )
    # The library.
    LOCAL_DISK = (
        "Choose a folder on a local disk with --library.",
        ("Findling's library has to lie on a disk of this computer."),
    )
    PLAIN_FOLDER_NAME = (
        "Choose a folder with a plain name, with --library.",
        ("Findling's library has to lie in a folder with a plain name."),
    )
    MAKE_WRITABLE = "Make the folder writable, or choose another with --library.", "Make the folder writable."
    MAKE_WRITABLE_OR_PLACE = (
        "Make the folder writable, or choose another place with --library.",
        ("Make the folder writable."),
    )
    OTHER_PLACE_OR_WRITABLE = "Choose another place with --library, or make it writable.", "Make the folder writable."
    PERMISSIONS_OR_LIBRARY = (
        "Check the folder's permissions, or choose another with --library.",
        ("Check the folder's permissions."),
    )
    TRY_AGAIN_IN_A_MOMENT = "Another program holds it; try again in a moment."
    INSTALL_NEWER = (
        "Install the newer version, or choose another library with --library.",
        ("Install the newest Findling. Your files are as they were."),
    )
    MOVE_FILE_ASIDE = (
        "Move {file} aside and run findling index: all of it can be made again from your files.",
        "Quit Findling, move {file} elsewhere, and start it again: your files are read anew.",
    )
    DELETE_AND_INDEX = "Delete {folder} and run findling index.", "Quit Findling, delete {folder}, and start it again."
    WAIT = "Wait until it is done."
    WAIT_OR_END = "Wait until it is done, or end it."
    TRY_AGAIN = "Try again in a moment."
    TRY_ONCE_MORE = "Try again."
    BUILT_AGAIN = "It is built again from the database."
    REBUILT_BY_ITSELF = "It is rebuilt by itself."
    NOTHING_INDEXED_LOST = "Nothing that was indexed is lost."
    RUN_AGAIN = (
        "Nothing that was indexed is lost: run it again to go on. The log is {log}.",
        ("Nothing that was indexed is lost: it goes on by itself. The log is {log}."),
    )
    REPORT = "Please report it with the file {file}."
    REPORT_UNTOUCHED = "Your files are untouched. Please report it with the file {file}."
    INSTALL_FINDLING = "Install Findling again."
    INSTALL_FINDLING_MAY_HELP = "Installing Findling again may help."
    INSTALL_FINDLING_LIBRARY_STAYS = "Install Findling again; your library stays as it is."
    INSTALL_PYTHON = "Install a newer Python.", None, "Install Findling again."
    CLOSE_TO_OTHERS = "chmod go-rwx {paths}", "Take away the other users' rights to {paths}."
    WATCH_MORE = "sudo sysctl fs.inotify.max_user_watches={number}"
    COMPILE_NATIVE = (
        (
            "Set Findling up by packaging/start.py, which compiles one for this computer, if need be with its C++"
            " compiler (g++, or Xcode's command line tools)."
        ),
        None,
        "Install Findling again, from a package for this system and its processor.",
    )
    # An encrypted library.
    GIVE_PASSPHRASE = (
        "Type its passphrase, give it by --passphrase-stdin, or have it kept: findling passphrase --keep",
        "Start Findling anew, and type its passphrase.",
    )
    KEY_FILE_FROM_BACKUP = "Put it back from a backup."
    DECRYPT_ON_LINUX = (
        "On a computer with Linux, findling decrypt writes it without encryption; then it opens here, too."
    )
    ENCRYPT_DISK = "Encrypt the disk or your home folder by the means of your system."
    TYPE_AT_EACH_START = "Type the passphrase at each start."
    # Settings.
    CORRECT_OR_DELETE = "Correct or delete the file."
    CORRECT = "Correct it."
    # Why files are not searchable.
    REMOVE_PASSWORD = "Save a copy without the password."  # noqa: S105 - what to do with a document that has one
    SAVE_AGAIN = "Save it again from its own program."
    OPEN_AND_SAVE = "Open it in its own program and save it again."
    RIGHT_ENDING = "Give it the right ending, or get it again."
    RECOGNISE_TEXT = "Findling reads it when all other files are read, if text recognition is on."
    SAVE_AS_MODERN = "Save it as .docx, .pptx or .pdf."
    UNPACK = "Unpack it."
    SAVE_ATTACHMENTS = "Save them in a folder that is searched."
    SPLIT = "Split it into smaller files."
    CHANGE_PERMISSIONS = "Change its permissions."
    CLOSE_THERE = "Close it there; it is tried again."
    TRIED_WHEN_AT_REST = "It is tried again when it rests."
    LET_IN = (
        "To have it searched all the same, add its name with “!” before it to exclude in settings.toml.",
        "To have it searched all the same, let it in by an exclusion rule with “!” before its name.",
    )
    KEEP_ON_DEVICE = "Keep it on this device."
    RENAME = "Rename it."
    CONNECT_AND_RETRY = "Connect the disk; it is tried again."
    RETRY = "Try again: findling index --retry", "Have it tried again in the library."
    # Clearing up.
    RUNS_ARE = "There are: {runs}."
    NO_RUNS = "There is none yet."
    NAME_TARGET = "Name one with --to FOLDER.", "Choose one."
    MAKE_PLAN = "Make one: findling duplicates --plan FILE"
    MEND_PLAN = "Mend it. Nothing was done."
    MEND_STEP = "Mend it, or leave it out of the file. Nothing was done."
    SEE_HISTORY = "The history shows what was done."
