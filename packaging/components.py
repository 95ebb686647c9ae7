"""Components of a frozen program: whose each of its files is, under which licence, and the text of that licence."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution
from pathlib import Path
from types import MappingProxyType

from findling.embedding.install.licence_text import recognise_licence

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "packaging" / "licences"
NOTICES = "THIRD-PARTY-NOTICES.txt"
"""File beside the frozen program's libraries that lists all that others made, with the texts of the licences."""

SYSTEM_LICENCES: Mapping[str, str] = MappingProxyType(
    {
        "brotlicommon": "MIT",
        "brotlidec": "MIT",
        "bz2": "bzip2-1.0.6",
        "crypto": "Apache-2.0",
        "expat": "MIT",
        "ffi": "MIT",
        "lzma": "0BSD",
        "mpdec": "BSD-2-Clause",
        "sqlite3": "blessing",
        "ssl": "Apache-2.0",
        "uuid": "BSD-3-Clause",
        "z": "Zlib",
        "zstd": "BSD-3-Clause",
    }
)
"""The system's libraries that may be in it, without `lib` -> their licences."""

_SPOKEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "PSFL": "PSF-2.0",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only",
}
"""SPDX's names by what metadata say, of those that are chosen where there is a choice."""

_UNSPOKEN: Mapping[str, str] = MappingProxyType({"sqlcipher3": "Zlib"})
"""Licences of packages whose metadata name none, and whose text is none of those that Findling recognises."""

_TEXT = re.compile(
    r"\.dist-info/licenses/.|(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS|ThirdPartyNotices)[^/]*$", re.IGNORECASE
)
"""Files of a package that hold what its licence asks to be shown."""

_OWN_TEXTS = {
    "Apache-2.0": ROOT / "resources" / "models" / "licences" / "Apache-2.0.txt",
    "MIT": ROOT / "resources" / "models" / "licences" / "MIT.txt",
    "LGPL-3.0-only": LICENCES / "LGPL-3.0.txt",
}
"""Texts of licences for packages that name one and do not bring it."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """Library that packages link into their own files.

    Attributes:
        name: its own.
        licence: an expression of SPDX.
        mark: what stands in every file that has it.
        version: where its version stands, in a group.
    """

    name: str
    licence: str
    mark: re.Pattern[bytes]
    version: re.Pattern[bytes]


_OPENSSL = re.compile(rb"\0OpenSSL (\d+\.\d+\.\d+) \d{1,2} [A-Z][a-z]{2} \d{4}")
_LINKED = (
    # With the day of its release, which programs that only ask for a version do not hold.
    _Linked("OpenSSL", "Apache-2.0", _OPENSSL, _OPENSSL),
    _Linked(
        "SQLCipher", "BSD-3-Clause", re.compile(rb"sqlcipher_export"), re.compile(rb"\0community\0(\d+(?:\.\d+)+)\0")
    ),
)


@dataclass(frozen=True, slots=True)
class Component:
    """Part of the frozen program that somebody made.

    Attributes:
        name, version: as its maker gives them.
        licence: an expression of SPDX, or the maker's own words.
        texts: what its licence asks to be shown.
        files: of the frozen program, from its folder of libraries on; those of archives are not told one by one.
        source: package URL (purl) of where it came from; "" if it has none.
        is_model: whether it is a trained model or a table, and no program.
        holder: who holds the copyright, where the texts do not say it; "" if they do.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    files: tuple[str, ...] = ()
    source: str = ""
    is_model: bool = False
    holder: str = ""


def find_packages(internal: Path, modules: Iterable[str], packages: Iterable[Distribution]) -> list[Component]:
    """Return the Python packages of which a file or a module is in the program.

    Args:
        internal: the folder of the frozen program in which all lies.
        modules: names of the modules in the archive of the program itself.
        packages: those of the environment that it was frozen in.
    """
    known = set(modules)
    found = []
    for package in packages:
        names = [str(file) for file in package.files or ()]
        # An installer also notes what it put elsewhere, as commands, by ways out of its folder.
        inside = (name for name in names if ".dist-info/" not in name and not name.startswith("../"))
        files = [name for name in inside if (internal / name).is_file()]
        if files or any(_name_module(name) in known for name in names):
            found.append(_describe(package, names, files))
    return sorted(found, key=lambda each: each.name.lower())


def _name_module(file: str) -> str:
    """Return the module that a file of a package is; "" for none."""
    stem, _, suffix = file.rpartition(".")
    return stem.removesuffix("/__init__").replace("/", ".") if suffix == "py" else ""


def _describe(package: Distribution, names: list[str], files: list[str]) -> Component:
    metadata = package.metadata
    told = [*(metadata.get_all("License-Expression") or ()), *(metadata.get_all("License") or ())]
    told += [each.rpartition(":: ")[2] for each in metadata.get_all("Classifier") or () if each.startswith("License")]
    licence = next((each.strip() for each in told if each and len(each) < 100), "")
    paths = [Path(str(package.locate_file(name))) for name in names if _TEXT.search(name)]
    paths = [path for path in paths if path.is_file() and path.suffix not in (".py", ".pyc")]
    texts = [path.read_text("utf-8", "replace") for path in paths]
    licence = _SPOKEN.get(licence, licence) or _UNSPOKEN.get(package.name, "") or _recognise(texts)
    if not texts:
        author = ", ".join(metadata.get_all("Author-email") or metadata.get_all("Author") or [package.name])
        texts = _find_own_texts(licence, author)
    source = f"pkg:pypi/{package.name.lower().replace('_', '-')}@{package.version}"
    return Component(package.name, package.version, licence, tuple(texts), tuple(files), source)


def _recognise(texts: list[str]) -> str:
    """Return the licence whose text a package brings word for word; "" if that is not sure."""
    found = {recognise_licence(text) for text in texts}
    return found.pop() if len(found) == 1 else ""


def _find_own_texts(licence: str, author: str) -> list[str]:
    for choice in licence.split(" OR "):
        if path := _OWN_TEXTS.get(choice):
            texts = [f"Copyright: {author}\n\n{path.read_text(encoding='utf-8')}"]
            # The LGPL is a supplement to the GPL, which has to come with it.
            return texts + [(LICENCES / "GPL-3.0.txt").read_text("utf-8")] * choice.startswith("LGPL")
    return []


def find_python(internal: Path) -> Component:
    """Return Python itself, with its extension modules."""
    version = ".".join(map(str, sys.version_info[:3]))
    folder = f"python{sys.version_info.major}.{sys.version_info.minor}"
    files = [path for path in internal.glob(f"{folder}/**/*") if path.is_file()]
    files += [*internal.glob("libpython*"), *internal.glob("python*.dll"), *internal.glob("base_library.zip")]
    places = (Path(sys.base_prefix, "lib", folder, "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt"))
    texts = [path.read_text("utf-8") for path in places if path.is_file()]
    relative = tuple(path.relative_to(internal).as_posix() for path in files)
    return Component("Python", version, "PSF-2.0", tuple(texts), relative, f"pkg:generic/python@{version}")


def find_icu(internal: Path) -> list[Component]:
    """Return the library that Qt brings for the order of texts; none where the system has one."""
    files = sorted(internal.glob("PySide6/Qt/lib/libicu*.so.*"))
    if not files:
        return []
    version = files[0].name.rpartition(".")[2]
    text = (LICENCES / "ICU.txt").read_text("utf-8")
    names = tuple(path.relative_to(internal).as_posix() for path in files)
    return [
        Component(
            "ICU", version, "Unicode-DFS-2016 AND ICU AND BSD-3-Clause", (text,), names, f"pkg:generic/icu@{version}"
        )
    ]


def find_linked(internal: Path, packages: Iterable[Component]) -> list[Component]:
    """Return the libraries that packages link into their own files, once for each version."""
    found = {}
    for file in sorted(file for package in packages for file in package.files if re.search(r"\.(so|pyd)\b", file)):
        content = (internal / file).read_bytes()
        for each in _LINKED:
            if each.mark.search(content):
                told = each.version.search(content)
                version = told[1].decode("ascii") if told else ""
                source = f"pkg:generic/{each.name.lower()}" + (f"@{version}" if version else "")
                texts = _find_linked_texts(each)
                found[source] = Component(each.name, version, each.licence, texts, source=source)
    return list(found.values())


def _find_linked_texts(linked: _Linked) -> tuple[str, ...]:
    if (path := LICENCES / f"{linked.name}.txt").is_file():
        return (path.read_text("utf-8"),)
    return tuple(_find_own_texts(linked.licence, f"The {linked.name} Project Authors"))


def find_bootloader(packages: Iterable[Distribution]) -> Component:
    """Return what PyInstaller puts before a program; under the GPL, with an exception for just that."""
    package = next(each for each in packages if each.name.lower() == "pyinstaller")
    component = _describe(package, [str(file) for file in package.files or ()], [])
    return Component(
        "PyInstaller's bootloader",
        component.version,
        "GPL-2.0-or-later WITH Bootloader-exception",
        component.texts,
        (),
        component.source,
    )


def find_system_libraries(names: Iterable[str]) -> list[Component]:
    """Return the libraries that came from the system at hand; Debian's packages know their versions and licences."""
    found = []
    for name in names:
        owner = _ask("dpkg-query", "--search", f"*/{name}").partition(":")[0]
        version = _ask("dpkg-query", "--show", "--showformat=${source:Upstream-Version}", owner) if owner else ""
        copyright_file = Path("/usr/share/doc", owner or "none", "copyright")
        texts = (copyright_file.read_text("utf-8"),) if copyright_file.is_file() else ()
        purl = f"pkg:deb/debian/{owner}@{version}" if owner else ""
        found.append(Component(name.partition(".so")[0], version, _name_licence(name), texts, (name,), purl))
    return found


def _name_licence(name: str) -> str:
    stem = re.split(r"[.-]", name.removeprefix("lib"))[0]
    return SYSTEM_LICENCES.get(stem, "")


def _ask(*command: str) -> str:
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return ""
    return told.stdout.strip()


def find_unowned(internal: Path, binaries: Iterable[Path], components: Iterable[Component]) -> list[str]:
    """Return the compiled files that belong to no component, from the folder of libraries on."""
    owned = {file for component in components for file in component.files}
    return sorted(name for path in binaries if (name := path.relative_to(internal).as_posix()) not in owned)


def find_faults(components: Iterable[Component]) -> list[str]:
    """Return what must not be: a component whose licence or whose text is missing, or under the GPL alone."""
    faults = []
    for each in components:
        if not each.licence:
            faults.append(f"{each.name}: its licence is not known")
        elif all(_is_gpl(choice) for choice in each.licence.split(" OR ")):
            faults.append(f"{each.name}: {each.licence}")
        if not any(text.strip() for text in each.texts):
            faults.append(f"{each.name}: no text of its licence")
    return faults


def _is_gpl(licence: str) -> bool:
    return re.search(r"\bA?GPL", licence) is not None and "exception" not in licence
