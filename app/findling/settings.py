"""User's settings in a TOML file, which may be edited by hand."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from findling.errors import FindlingError
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

    from findling.messages.notice import Notice


_EFFECTS = "effects"


class Appearance(StrEnum):
    """Colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class OnBattery(StrEnum):
    """Behaviour of indexing without mains power."""

    PAUSE = "pause"
    GO_ON = "go-on"


class WhileInUse(StrEnum):
    """Cores for indexing while somebody uses the computer; its priority is always the lowest."""

    ONE_CORE = "one-core"
    ALL_CORES = "all-cores"


class RecognisedLanguages(StrEnum):
    """Languages of scans and pictures; the less there are, the faster and surer they are read."""

    ALL = "all"
    EUROPEAN = "european"


class Effect(Enum):
    """Effect that a change of a setting has on what is running.

    Attributes:
        WRITER: the writer adopts it, and one that failed is started again.
        READER: the reader is started again, which reads it only then.
        GROUPS: duplicates are grouped again.
    """

    WRITER = auto()
    READER = auto()
    GROUPS = auto()


def _has(*effects: Effect) -> dict[str, frozenset[Effect]]:
    """Return the metadata of a setting whose changes have some effects."""
    return {_EFFECTS: frozenset(effects)}


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the user.

    Attributes:
        model: id of the model in use.
        provider: what models are computed with, as ONNX Runtime names it; "auto" for the fastest that computes right.
        keep_vectors: keep the vectors of other models, so that going back to one is fast.
        threads: cores that indexing may use; 0 leaves it to Findling.
        remote: address of a server that embeds passages in place of this computer; "" for none.
        reranker: id of the cross-encoder in use, or address of a server that reranks; "" for
            one that is installed where `--rerank` asks for it, and for none in the window.
        exclude: patterns, in .gitignore's language, of what is left out of every folder, beside the built-in ones.
        recognise: read the text on scans and pictures.
        recognised_languages: all that the recogniser knows, or those in Latin letters.
        topics: group documents by topic, while nothing else is to be done.
        thumbnails: show pictures and pages of PDFs small in the results, and keep them in the cache.
        on_battery: what indexing does without mains power.
        while_in_use: cores that indexing takes while somebody uses the computer, of those that `threads` allows.
        language: of the window, as an ISO 639-1 code; "" for the system's.
        fold_versions: show one result for all versions of a document in the window.
        keep_history: remember what was searched for, to propose it again.
        tips: show a tip on what Findling can do, once a week at most.
        tray: show a tray icon where the desktop has a place for it, and go on there when the window is closed.
        tell_arrivals: tell of files that came into watched folders and are there already, or in another version.
        quick_key: the key for the quick window in any program, as Qt writes keys; "" for none.
        keep_rules: by what the file to keep of like ones is chosen, first things first; none for the usual rules.
        preferred: folders whose files are rather kept, best first.
        protected: folders that no duplicate is taken from.
        not_compared: folders whose files are duplicates of nothing.
        shared: folders that other programs may search and read, such as assistants.
        desktop_search: let the search of the desktop, GNOME's or KDE's, find what is shared.
        shortcuts: keys, as Qt writes them, by the name of what they do, where they are not the usual ones.
    """

    model: str = field(default="all-MiniLM-L6-v2", metadata=_has(Effect.WRITER, Effect.READER))
    provider: str = field(default="auto", metadata=_has(Effect.WRITER, Effect.READER))
    keep_vectors: bool = field(default=False, metadata=_has(Effect.WRITER))
    threads: int = field(default=0, metadata=_has(Effect.WRITER, Effect.READER))
    remote: str = field(default="", metadata=_has(Effect.WRITER, Effect.READER))
    reranker: str = ""
    exclude: tuple[str, ...] = field(default=(), metadata=_has(Effect.WRITER, Effect.READER))
    recognise: bool = field(default=True, metadata=_has(Effect.WRITER))
    recognised_languages: RecognisedLanguages = field(default=RecognisedLanguages.ALL, metadata=_has(Effect.WRITER))
    topics: bool = field(default=True, metadata=_has(Effect.WRITER))
    on_battery: OnBattery = field(default=OnBattery.PAUSE, metadata=_has(Effect.WRITER))
    while_in_use: WhileInUse = field(default=WhileInUse.ONE_CORE, metadata=_has(Effect.WRITER))
    appearance: Appearance = Appearance.SYSTEM
    thumbnails: bool = field(default=True, metadata=_has(Effect.READER))
    language: str = ""
    fold_versions: bool = True
    keep_history: bool = True
    tips: bool = True
    tray: bool = True
    tell_arrivals: bool = True
    quick_key: str = ""
    keep_rules: tuple[str, ...] = field(default=(), metadata=_has(Effect.GROUPS))
    preferred: tuple[str, ...] = field(default=(), metadata=_has(Effect.GROUPS))
    protected: tuple[str, ...] = field(default=(), metadata=_has(Effect.GROUPS))
    not_compared: tuple[str, ...] = field(default=(), metadata=_has(Effect.GROUPS))
    shared: tuple[str, ...] = ()
    desktop_search: bool = False
    shortcuts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def indexing_threads(self) -> int:
        """Number of threads that embed: the chosen one, or one for each core."""
        return self.threads or os.cpu_count() or 1


def find_names(effect: Effect) -> frozenset[str]:
    """Return the names of settings whose change has an effect."""
    return frozenset(each.name for each in fields(Settings) if effect in each.metadata.get(_EFFECTS, ()))


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings as far as their file could be understood; the usual ones hold for the rest.

    Attributes:
        wrong: what could not be understood; None where all of it could.
        names: of the settings that are in the file, but could not be understood.
        unknown: names of entries that this Findling does not know, as a newer one writes.
    """

    settings: Settings
    wrong: Notice | None = None
    names: frozenset[str] = frozenset()
    unknown: tuple[str, ...] = ()

    def find_problems(self, path: Path) -> tuple[Notice, ...]:
        """Return what to tell the user of the file: what is wrong in it, and what is unknown."""
        wrong = (self.wrong,) if self.wrong else ()
        unknown = (SystemMessage.SETTINGS_UNKNOWN(file=path, names=self.unknown),) if self.unknown else ()
        return (*wrong, *unknown)


def load_settings(path: Path) -> LoadedSettings:
    """Read the settings whatever state their file is in; a missing file means the defaults.

    A file that is not understood in full stays, to be mended, and is kept aside once more: what is saved later takes
    its place.
    """
    try:
        loaded = _load(path)
    except FindlingError as error:
        loaded = LoadedSettings(Settings(), error.notice)
    if loaded.wrong is None or (kept := _keep_aside(path)) is None:
        return loaded
    wrong = SystemMessage.SETTINGS_KEPT(what=loaded.wrong.advising(), copy=kept)
    return replace(loaded, wrong=wrong.advising(*loaded.wrong.remedies))


def read_settings(path: Path) -> Settings:
    """Read settings that are understood in full but for what only a newer Findling knows.

    Raises:
        FindlingError: the file is not readable, not TOML, or holds a setting of the wrong type.
    """
    loaded = _load(path)
    if loaded.wrong:
        raise FindlingError(loaded.wrong)
    return loaded.settings


def _load(path: Path) -> LoadedSettings:
    """Read what can be understood.

    Raises:
        FindlingError: the file is not readable, or not TOML.
    """
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except UnicodeDecodeError as error:
        raise FindlingError(SystemMessage.SETTINGS_NO_TEXT(file=path), Remedy.CORRECT_OR_DELETE()) from error
    except OSError as error:
        raise FindlingError(
            SystemMessage.SETTINGS_UNREADABLE(file=path, reason=explain_os_error(error)), Remedy.CORRECT_OR_DELETE()
        ) from error
    except (ValueError, RecursionError) as error:
        raise FindlingError(
            SystemMessage.SETTINGS_UNREADABLE(file=path, reason=str(error)), Remedy.CORRECT_OR_DELETE()
        ) from error
    defaults = {each.name: getattr(Settings(), each.name) for each in fields(Settings)}
    values: dict[str, Any] = {}
    wrong: dict[str, Notice] = {}
    for name in defaults.keys() & written.keys():
        try:
            values[name] = _read_value(name, written[name], defaults[name])
        except FindlingError as error:
            wrong[name] = error.notice
    first = next((SystemMessage.SETTINGS_WRONG(file=path, what=wrong[name]) for name in sorted(wrong)), None)
    return LoadedSettings(
        replace(Settings(), **values),
        first.advising(Remedy.CORRECT()) if first else None,
        frozenset(wrong),
        tuple(sorted(written.keys() - defaults.keys())),
    )


def _keep_aside(path: Path) -> Path | None:
    """Copy a file that is not understood beside itself, once for each state; None on failure."""
    try:
        written = path.stat()
        when = datetime.fromtimestamp(written.st_mtime).astimezone()
        kept = path.with_name(f"{path.name}.broken-{when:%Y%m%d-%H%M%S}")
        if not kept.exists():
            # Not moved: an editor may be about to write the rest of it.
            _write_private(kept, path.read_bytes())
    except (OSError, OverflowError, ValueError):
        return None
    return kept


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)


_KINDS: Mapping[type, SystemMessage] = MappingProxyType(
    {
        int: SystemMessage.HAS_TO_BE_NUMBER,
        str: SystemMessage.HAS_TO_BE_TEXT,
        bool: SystemMessage.HAS_TO_BE_TRUTH,
        list: SystemMessage.HAS_TO_BE_LIST,
    }
)


def _read_value(name: str, value: object, default: object) -> Any:  # noqa: ANN401 - as many types as settings
    if isinstance(default, StrEnum):
        choices = [str(choice) for choice in type(default)]
        if value not in choices:
            raise FindlingError(SystemMessage.HAS_TO_BE_ONE_OF(name=name, choices=tuple(choices)))
        return type(default)(value)
    if name == "shortcuts":
        if not isinstance(value, dict) or not all(isinstance(keys, str) for keys in value.values()):
            raise FindlingError(SystemMessage.HAS_TO_BE_TABLE(name=name))
        return MappingProxyType(value)
    expected = list if isinstance(default, tuple) else type(default)
    if type(value) is not expected:
        raise FindlingError(_KINDS[expected](name=name))
    if isinstance(value, list):
        if not all(isinstance(entry, str) for entry in value):
            raise FindlingError(SystemMessage.HAS_TO_BE_LIST(name=name))
        return tuple(value)
    if isinstance(value, int) and value < 0:
        raise FindlingError(SystemMessage.CANNOT_BE_NEGATIVE(name=name))
    return value


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, keeping the comments and the order of what is there.

    Entries that this Findling does not know stay, as do values that it does not, unless another was chosen since. A
    file that is no TOML is replaced; it is kept aside.

    Raises:
        FindlingError: the file cannot be written.
    """
    # Large, and not needed to read.
    import tomlkit

    loaded = load_settings(path)
    try:
        try:
            document = tomlkit.parse(path.read_text("utf-8"))
        except (FileNotFoundError, ValueError, RecursionError):
            document = tomlkit.document()
        usual = Settings()
        for each in fields(settings):
            value = getattr(settings, each.name)
            if each.name not in loaded.names or value != getattr(usual, each.name):
                document[each.name] = _to_toml(value)
        aside = path.with_suffix(".new")
        _write_private(aside, tomlkit.dumps(document).encode())
        aside.replace(path)
    except OSError as error:
        raise FindlingError(
            SystemMessage.SETTINGS_UNWRITABLE(file=path, reason=explain_os_error(error)), Remedy.CHECK_ITS_FOLDER()
        ) from error


def _to_toml(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    return str(value) if isinstance(value, StrEnum) else value
