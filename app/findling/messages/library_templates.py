"""Messages on a library: folders and files, database and indexes, and searching in it."""

from __future__ import annotations

from enum import unique
from typing import TYPE_CHECKING

from findling.messages.notice import Message, Notice
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from pathlib import Path


@unique
class LibraryMessage(Message):
    """Messages on folders, the database, the indexes and the files of a library."""

    # Folders and files.
    NO_FOLDER = "There is no folder {folder}."
    NO_FILE = "There is no file {file}."
    NOT_A_FOLDER = "{path} is not a folder."
    FOLDER_MISSING = "The folder {folder} does not exist."
    FOLDER_UNREADABLE = "The folder {folder} cannot be read: {reason}."
    FOLDER_UNWRITABLE = "The folder {folder} cannot be written: {reason}."
    FOLDER_NOT_MADE = "The folder {folder} cannot be made: {reason}."
    FOLDER_EMPTY = "The folder {folder} is empty, but {count:number} files in it are known."
    FOLDER_HAS_NO_FILES = "There are no files in {folder}."
    FOLDER_NOT_IN_LIBRARY = "The folder {folder} is not in the library."
    NO_FOLDERS_YET = "The library has no folders yet."
    OWN_FOLDER = "In {path} Findling keeps what it knows of your files."
    FILE_NOT_READ = "The library has not read {file}."
    FILE_UNREADABLE = "The file {file} cannot be read: {reason}."
    ONE_FOLDER_UNLISTED = "1 folder cannot be looked into, so nothing in it is searched."
    FOLDERS_UNLISTED = "{count:number} folders cannot be looked into, so nothing in them is searched."
    ONE_FILE_AWAY = "1 file in {folder} is offline with its disk; it is kept."
    FILES_AWAY = "{count:number} files in {folder} are offline with their disk; they are kept."
    FILES_WENT = "{count:number} files, most of {folder}, are not there any more; they are kept for a day."
    UNWATCHED = "Changes are noticed only every few minutes: the system lets no more folders be watched."
    NOT_A_PATTERN = "“{pattern}” is not a pattern"
    MATCHES_NOTHING = "“{pattern}” matches nothing"
    PATTERN_MISTAKE = "{mistake}."
    # The library as a whole.
    NO_LIBRARY = "There is no library at {folder} yet."
    NOTHING_INDEXED = "Nothing in this library is indexed yet."
    WRITTEN_BY_OLDER = "The library at {folder} was written by an older Findling."
    WRITTEN_BY_NEWER = (
        "This library was written by a newer Findling (its schema is {seen}, this one knows {known}).",
        "A newer Findling has written this library, and this one cannot read it.",
    )
    LIBRARY_UNUSABLE = "The library at {folder} cannot be used: {reason}."
    UNSAFE_FILE_SYSTEM = (
        "The library at {folder} is on a file system that cannot hold it safely.",
        "The library at {folder} is on a disk that cannot hold it safely.",
    )
    DATABASE_UNUSABLE = "The library's database {file} cannot be used: {reason}."
    DATABASE_DAMAGED = (
        "The library's database {file} is damaged ({reason}).",
        "What Findling knows of your files is damaged; the files are not.",
    )
    MADE_AGAIN = (
        "{reason} It was made again, and the damaged one is kept for a week as {file}.",
        "What Findling knew of your files was damaged, and was made again from them.",
    )
    ROWS_MADE_AGAIN = "What was damaged in the library was made again from your files."
    NO_BYTES = "it has no bytes"
    ROWS_DAMAGED = "damaged rows: texts of documents {texts}, vectors of documents {vectors}"
    NOT_LOCKED = "The library in {folder} cannot be locked for writing: {reason}."
    BUSY = "The library is being indexed by {holder}."
    HOLDER = "{program} (process {process})"
    OTHER_PROCESS = "another process"
    # Its indexes.
    VECTORS_UNWRITABLE = (
        "The vector index in {folder} cannot be written: {reason}.",
        "The index of meanings in {folder} cannot be written: {reason}.",
    )
    VECTORS_UNREADABLE = (
        "The vector index in {folder} cannot be read: {reason}.",
        "The index of meanings in {folder} cannot be read: {reason}.",
    )
    VECTORS_PLAIN_NAME = (
        "The vector index cannot be kept in {folder}: its name has letters that this Windows cannot pass on."
    )
    VECTORS_OF_OTHER_MODEL = (
        "The vector index in {folder} was made by another model.",
        "The index of meanings in {folder} was made by another model.",
    )
    VECTOR_MANIFEST_DAMAGED = (
        "The manifest of the vector index in {folder} is damaged.",
        "The list of parts of the index of meanings in {folder} is damaged.",
    )
    VECTOR_FILE_GONE = "The vector index file {name} in {folder} is missing."
    A_VECTOR_FILE_GONE = (
        "A file of the vector index in {folder} is missing.",
        "A file of the index of meanings in {folder} is missing.",
    )
    VECTOR_FILE_DAMAGED = "The vector index file {file} is damaged."
    VECTOR_FILE_UNREADABLE = "The vector index file {file} cannot be read: {reason}."
    NATIVE_NOT_LOADED = (
        "A compiled part of Findling cannot be loaded: {error}.",
        "A part of Findling cannot be loaded: {error}.",
    )
    WORDS_UNUSABLE = "The word index in {folder} cannot be used: {reason}."
    EARLIER_WRITE_FAILED = "an earlier write failed"
    WORDS_DAMAGED = "The word index in {folder} is damaged ({reason})."
    WORDS_BUSY = "Another Findling writes the word index in {folder}."
    WORDS_NOT_REMOVED = "The damaged word index in {folder} cannot be removed."
    CHECKSUM_FAILED = "{file} fails its checksum"


@unique
class SearchMessage(Message):
    """Messages on searching, comparing, exporting and evaluating."""

    ONLY_WORDS_YET = "Nothing can be searched by meaning yet, so only words count"
    NOTHING_YET = "There is nothing to search yet: no file has been read so far"
    SEARCHED_AS_WORDS = "{filter} {why}, so it was searched as words"
    OPERATOR_AS_WORD = "{operator} is no operator here, so it was searched as a word."
    NO_WILDCARDS = "* and ? stand for no letters here, so {word} was searched without them."
    MENDED = "Searched for {meant:list} in place of {typed:list}, which no file has."
    QUESTION_FOREIGN = "The model in use does not understand {language:language}, so words count for more."
    NO_PASSAGE = "There is no text on standard input."
    PASSAGE_STANDS = "This stands word for word in {name}."
    PASSAGE_STANDS_ON = "This stands word for word in {name}, on page {page:number}."
    PASSAGE_CHANGED = "This stands in {name}, with other words: {changes:list}."
    PASSAGE_CHANGED_ON = "This stands in {name}, on page {page:number}, with other words: {changes:list}."
    NOT_EXCLUDED = "cannot be excluded"
    NO_LANGUAGE = "is no language code such as en or de"
    NO_DATE = "is no date such as 2024, 2024-06, 2024-06-30, 7d or this-week"
    NO_TYPE = "is no type of file that is told apart"
    NOT_READ_AGAIN = "The results were not read again: {reason}"
    NOT_COMPARED = "The file {file} cannot be compared: {reason}."
    NO_PREVIEW = "No preview: {reason}."
    NOT_TAKEN_OUT = "{name} cannot be opened: {reason}."
    NO_COPY = "No copy can be made in {folder}: {reason}."
    LIST_NOT_WRITTEN = "The list cannot be written to {file}: {reason}."
    NOT_EXPORTED = "Nothing can be exported to {folder}: {reason}."
    # Evaluation.
    EVALUATION_STOPPED = "The evaluation was stopped."
    RUN_FILE_UNWRITABLE = "The run file {file} cannot be written: {reason}."
    COLLECTION_UNREADABLE = "The collection's file {file} cannot be read: {reason}."
    LINE_WITHOUT_ID = "a line has no _id"
    TITLE_OR_TEXT_IS_NONE = "a title or text is not text"
    COLLECTION_EMPTY = "The collection {folder} has no documents, or no judged queries."
    TOO_FEW_PAIRS = "The file {file} has {count:number} pairs: too few to be ranked."
    PAIRS_UNREADABLE = "The pairs {file} cannot be read: {reason}."
    NO_COLUMN = "they have no column {column}"
    RUN_AGAIN = "Run it again: what was indexed is kept."
    COLLECTION_FORMAT = "A collection is a folder with corpus.jsonl, queries.jsonl and qrels.tsv, as BEIR has them."
    PAIRS_FORMAT = "They are tab-separated, with columns score, sentence1 and sentence2."


@unique
class ClearingMessage(Message):
    """Messages on clearing up duplicates: keepers, skipped steps, plans and runs."""

    # Why a file is the one to keep.
    PREFERRED_FOLDER = "lies in a preferred folder"
    PROTECTED_FOLDER = "lies in a protected folder"
    NOT_A_COPY = "its name is not that of a copy"
    NEWEST = "the newest"
    OLDEST = "the oldest"
    BEST_FORMAT = "the best format"
    LARGEST = "the largest"
    SHORTEST_PATH = "the shortest path"
    LATEST_VERSION = "the latest version"
    COMPARED_WITH = "the others are compared with it"
    HOLDS_THE_OTHERS = "holds the text of the others"
    NO_RULE = "no rule tells them apart"
    ONLY_ONE = "the only one"
    OTHERS_EMBEDDED = "the others are in other files"
    CHOSEN = "chosen by you"
    WHOLE = "another is damaged, or was read only in part"
    # Why a file is not proposed, though the one that stays has the same words.
    UNREAD_IN_BOTH = "a part of both was not read: {part}"
    UNREAD_IN_ONE = "a part of it was not read: {part}"
    UNREAD_IN_SURVIVOR = "a part of the file that stays was not read: {part}"
    NOT_KNOWN_WHOLE = "it is not known whether both were read in full"
    OBJECTS_DIFFER = "it differs from the file that stays in what is no text: pictures, links, attachments or the like"
    CHARACTERS_DIFFER = "it differs from the file that stays in capitals or signs"
    FEW_WORDS = "it has too few words to be told by them"
    OTHER_WORDS = "it has not the same words as the file that stays"
    # Parts of a file that are not read.
    PARTS = "{first}, {others}"
    PART_REPAIRED = "what is damaged"
    PART_CUT = "the rest of it"
    PART_UNDECODABLE = "letters that cannot be told"
    PART_TEXT_BOXES = "text boxes"
    PART_NOTES = "footnotes or endnotes"
    PART_MARGINS = "headers or footers"
    PART_COMMENTS = "comments"
    PART_FIELDS = "fields"
    PART_FORMS = "form fields"
    PART_CHANGES = "tracked changes"
    PART_PICTURES = "pictures"
    PART_DRAWINGS = "drawings"
    PART_CHARTS = "charts"
    PART_EMBEDDED = "embedded files"
    PART_SCRIPTS = "what scripts or other pages add"
    PART_RECOGNISED = "what was read by text recognition, which makes mistakes"
    PART_TEXT = "some of its text"
    # Why a step is not taken.
    IN_PROTECTED_FOLDER = "it lies in a protected folder"
    IS_SURVIVOR = "it is the file that is to survive", "it is the last copy"
    SURVIVOR_CHANGED = "the file that is to survive has changed", "the copy that stays has changed"
    CHANGED = "it has changed since the plan was made", "it has changed in the meantime"
    OPEN_ELSEWHERE = "another program has it open"
    NOT_SAME_BYTES = "only files that are the same to the byte can be linked"
    OTHER_VOLUME = (
        "it is on another volume than the file that survives",
        "it is on another disk than the copy that stays",
    )
    ONE_FILE_ALREADY = "both are one file already"
    IS_LINK = "it is a link, not a file"
    GONE = "it is not there any more"
    SURVIVOR_GONE = (
        "the file that is to survive is not there any more",
        "the copy that stays is not there any more",
    )
    NOTHING_IN_COMMON = (
        "nothing is known that it has in common with the file that is to survive",
        "nothing is known that it has in common with a file that stays",
    )
    CLEARED_ALREADY = "it was cleared up already"
    NOTHING_IN_COMMON_WITH_ANY = "nothing is known that it has in common with a file that stays"
    UNREADABLE_NOW = "it cannot be read now"
    CHANGED_SINCE_COMPARED = (
        "it, or the file that stays, has changed since they were compared",
        "it has changed since it was compared",
    )
    OTHER_NAME = "it is only another name of the file that stays"
    SURVIVOR_UNREADABLE = "the file that stays cannot be read now", "the copy that stays cannot be read now"
    NAME_TAKEN = "its new name is taken"
    NAME_OF_OTHER_FOLDER = "its new name is that of another folder"
    PLACE_TAKEN = "another file is at its place now", "another file is in its place now"
    NOT_REGULAR = "It is not a regular file"
    SURVIVOR_HAS_CHANGED = "The file that is to survive has changed"
    COPY_DIFFERS = "The copy is not what was copied"
    CUT_SHORT = "It was interrupted, and did not say how far it came."
    # Plans and runs.
    NO_RUN = "There is no run {run}."
    TARGET_NEEDED = "To move files, a folder to move them to is needed."
    NO_FILE_NAME = "No file can be called {name}."
    PLAN_EXISTS = "{file} is there already."
    PLAN_UNWRITABLE = "The plan cannot be written to {file}: {reason}."
    PLAN_UNREADABLE = "{file} cannot be read: {reason}."
    PLAN_NO_JSON = "{file} holds no plan: it is no JSON."
    NO_PLAN = "{file} holds no plan."
    PLAN_WRONG = "{file} holds no plan that can be meant: {reason}."
    STEP_WRONG = "Step {number} of {file} cannot be meant: {reason}."


@unique
class LabelMessage(Message):
    """Messages on labels."""

    NO_LABEL = "There is no label {name}."
    NAME_TAKEN = "There is a label {name} already."
    RENAMED = "The label {name} is called {now} now."
    NOTHING_TO_UNDO = "Nothing is known that was done with labels and could be undone."
    NOTHING_TO_UNDO_FOR = "Nothing is known that was done with the label {name} and could be undone."
    NO_SUCH_FILTER = "There is no label {name}, so nothing is found by it."
    NO_SUCH_FILTER_BUT = "There is no label {name}, so nothing is found by it. There is: {near}."
    UNNAMEABLE = "No label can be called “{name}”: it needs a letter, and neither a colon nor a quotation mark."
    FILE_UNKNOWN = "The library does not know {file}."
    TOO_FEW_EXAMPLES = "Nothing is suggested for {name} yet: give it to {least:number} files with texts of their own."
    NOTHING_EMBEDDED = (
        "Nothing can be suggested before files are embedded.",
        "Nothing can be suggested before the meaning of files is indexed.",
    )


@unique
class ArrivalMessage(Message):
    """Messages on files that came into watched folders, and are like others of the library."""

    IDENTICAL = "{file} has come, and is identical to {known}."
    SAME_TEXT = "{file} has come, and has the same text as {known}."
    NEAR = "{file} has come, and is nearly the same as {known}."
    NEWER_VERSION = "{file} has come, and is a newer version of {known}."
    OLDER_VERSION = "{file} has come, and is an older version of {known}."
    CONTAINED = "{file} has come, and is contained in {known}."
    HOLDS = "{file} has come, and holds {known}."
    SEVERAL = "{count:number} files have come that are like others. {latest}"


def describe_away(count: int, folder: Path) -> Notice:
    """Return the message about files of a folder that are away with their disk."""
    many = LibraryMessage.FILES_AWAY(count=count, folder=folder)
    away = many if count > 1 else LibraryMessage.ONE_FILE_AWAY(folder=folder)
    return away.advising(Remedy.CONNECT_OR_FORGET(folder=folder))


def describe_unlisted(count: int) -> Notice:
    """Return the message about folders that cannot be listed."""
    return LibraryMessage.ONE_FOLDER_UNLISTED() if count == 1 else LibraryMessage.FOLDERS_UNLISTED(count=count)
