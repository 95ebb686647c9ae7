"""The user's settings: typed, few, in a TOML file that a person may edit."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

import tomlkit
from tomlkit.exceptions import TOMLKitError

from findling.errors import FindlingError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose.

    Attributes:
        model: id of the model in use.
        threads: how many cores indexing may use; 0 leaves it to Findling.
        exclude: patterns, in .gitignore's language, of what is left out of every folder, beside the built-in ones.
    """

    model: str = "all-MiniLM-L6-v2"
    threads: int = 0
    exclude: tuple[str, ...] = ()

    @property
    def indexing_threads(self) -> int:
        """How many threads embed: the chosen number, or one for each core."""
        return self.threads or os.cpu_count() or 1


def read_settings(path: Path) -> Settings:
    """Read the settings; a missing file means the defaults.

    Raises:
        FindlingError: the file is not readable, not TOML, or holds a setting of the wrong type or name.
    """
    try:
        written = tomlkit.parse(path.read_text("utf-8")).unwrap()
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise FindlingError(f"The settings {path} cannot be read: {error}.", "Correct or delete the file.") from error
    defaults = Settings()
    known = {field.name for field in fields(Settings)}
    for name, value in written.items():
        if name not in known:
            raise FindlingError(
                f"The settings {path} hold an unknown entry, {name}.", f"Known are: {', '.join(sorted(known))}."
            )
        expected = list if name == "exclude" else type(getattr(defaults, name))
        if type(value) is not expected:
            raise FindlingError(f"In the settings {path}, {name} has to be of type {expected.__name__}.", "Correct it.")
    if written.get("threads", 0) < 0:
        raise FindlingError(f"In the settings {path}, threads cannot be negative.", "Use 0 for all cores.")
    if not all(isinstance(pattern, str) for pattern in written.get("exclude", ())):
        raise FindlingError(f"In the settings {path}, exclude has to be a list of texts.", "Correct it.")
    if "exclude" in written:
        written["exclude"] = tuple(written["exclude"])
    return Settings(**written)


def write_settings(path: Path, settings: Settings) -> None:
    """Write the settings, keeping the comments and the order of what is there.

    Raises:
        FindlingError: the file cannot be written.
    """
    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
        for name, value in asdict(settings).items():
            document[name] = list(value) if isinstance(value, tuple) else value
        aside = path.with_suffix(".new")
        aside.write_text(tomlkit.dumps(document), "utf-8")
        aside.replace(path)
    except OSError as error:
        raise FindlingError(f"The settings {path} cannot be written: {error.strerror}.", "Check its folder.") from error
