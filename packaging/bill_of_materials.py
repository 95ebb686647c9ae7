"""Bill of materials of a frozen program (CycloneDX 1.6), and the notices of its licences."""

from __future__ import annotations

import hashlib
import re
import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path

from cyclonedx.contrib.hash.factories import HashTypeFactory
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from commit_time import read_commit_time
from components import (
    NOTICES,
    Component,
    find_bootloader,
    find_faults,
    find_icu,
    find_linked,
    find_packages,
    find_python,
    find_system_libraries,
    find_unowned,
)
from crates import find_crates
from elf_files import find_binaries
from findling import __version__
from shipped_parts import PLACE, find_shipped

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"


class BillError(Exception):
    """Part of a frozen program that is nobody's, or under a licence that is not known or allowed."""


def take_stock(internal: Path, modules: Iterable[str], packages: Sequence[Distribution]) -> list[Component]:
    """Return all that a frozen program is made of.

    Args:
        internal: the folder of the frozen program in which all lies.
        modules: names of the modules in the archive of the program itself.
        packages: those of the environment that it was frozen in.

    Raises:
        BillError: a compiled file is nobody's, or a licence or its text is missing or must not be in it.
    """
    found = find_packages(internal, modules, packages)
    found += [*find_linked(internal, found), *find_crates(found, packages), *find_shipped(ROOT / "resources", internal)]
    found += [*find_icu(internal), find_python(internal), find_bootloader(packages)]
    binaries = list(find_binaries(internal))
    foreign = [name for name in find_unowned(internal, binaries, found) if "/" not in name]
    found += find_system_libraries(foreign)
    own = f"{PLACE}/native/words-"
    faults = [f"{name}: nobody's" for name in find_unowned(internal, binaries, found) if not name.startswith(own)]
    if faults := faults + find_faults(found):
        raise BillError("\n".join(faults))
    return found


def drop_metadata(components: Iterable[Component], internal: Path) -> None:
    """Delete the metadata of packages of which nothing else is in the program."""
    there = {_fold(each.name) for each in components}
    for folder in internal.glob("*.dist-info"):
        if _fold(folder.name.partition("-")[0]) not in there:
            shutil.rmtree(folder)


def _fold(name: str) -> str:
    """Return a package's name as all spellings of it are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def write_notices(components: Iterable[Component], path: Path) -> None:
    """Write every component with its licence, and every text of one once, under those that it is for."""
    parts = ["Findling contains parts of others, under their own licences. Each is listed with its licence's text.\n"]
    shown: dict[str, list[str]] = {}
    for each in components:
        for text in each.texts:
            holder = f", copyright: {each.holder}" if each.holder else ""
            name = f"{each.name} {each.version}".strip()
            shown.setdefault(text.strip(), []).append(f"{name} ({each.licence}){holder}")
    for text, names in shown.items():
        parts.append("\n".join(["=" * 100, *names, "=" * 100, "", text, ""]))
    path.write_text("\n".join(parts), encoding="utf-8")


def write_bill(components: Iterable[Component], internal: Path, path: Path) -> None:
    """Write the bill of materials; the same components make the same file.

    Files of the program are told with their SHA-256, packages with those that the lock allows.
    """
    licences = LicenseFactory()
    hashes = read_hashes(LOCK.read_text(encoding="utf-8"))
    root = Entry(
        name="Findling",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="findling",
        licenses=[licences.make_from_string("MIT")],
    )
    bom = Bom(serial_number=uuid.UUID(int=0))
    bom.metadata.component = root
    bom.metadata.timestamp = datetime.fromtimestamp(read_commit_time(), UTC)
    entries = [_describe(each, internal, hashes, licences) for each in components]
    for entry in entries:
        bom.components.add(entry)
    bom.register_dependency(root, entries)
    content = JsonV1Dot6(bom).output_as_string(indent=1)
    # A number that names this very bill, where the library would draw one.
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, content)
    path.write_text(JsonV1Dot6(bom).output_as_string(indent=1) + "\n", encoding="utf-8")


def read_hashes(lock: str) -> dict[str, list[str]]:
    """Return the SHA-256 of each package's files that a lock allows, by `name@version`."""
    found: dict[str, list[str]] = {}
    for pin in re.split(r"\n(?=[a-z])", lock):
        if head := re.match(r"([a-z0-9._-]+)==(\S+)", pin):
            found[f"{head[1]}@{head[2]}"] = re.findall(r"--hash=sha256:([0-9a-f]{64})", pin)
    return found


def _describe(each: Component, internal: Path, hashes: Mapping[str, list[str]], licences: LicenseFactory) -> Entry:
    kind = ComponentType.MACHINE_LEARNING_MODEL if each.is_model else ComponentType.LIBRARY
    entry = Entry(
        name=each.name,
        version=each.version or None,
        type=kind,
        # A crate may have name and version of the package around it.
        bom_ref=each.source or f"{each.name}@{each.version}",
        licenses=[licences.make_from_string(each.licence)],
        purl=PackageURL.from_string(each.source) if each.source else None,
        copyright=each.holder or None,
    )
    for file in each.files:
        content = (internal / file).read_bytes()
        digest = HashTypeFactory().from_composite_str(f"sha256:{hashlib.sha256(content).hexdigest()}")
        part = Entry(name=file, type=ComponentType.FILE, bom_ref=f"{entry.bom_ref.value}#{file}", hashes=[digest])
        entry.components.add(part)
    allowed = hashes.get(each.source.removeprefix("pkg:pypi/"), [])
    if allowed:
        digests = [HashTypeFactory().from_composite_str(f"sha256:{digest}") for digest in allowed]
        # By its package URL, which holds for whichever index it is taken from.
        address = XsUri(each.source)
        reference = ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=address, hashes=digests)
        entry.external_references.add(reference)
    return entry


def list_modules(program: Path) -> list[str]:
    """Return the names of the modules in a program's own archive; needs PyInstaller."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(program))
    name = next(name for name in archive.toc if name.startswith("PYZ"))
    return list(archive.open_embedded_archive(name).toc)


def record(frozen: Path) -> None:
    """Write the notices into a frozen program, and the bill beside it; drop the metadata of what is not in it.

    Raises:
        BillError: something must not be in it.
    """
    internal = frozen / "_internal"
    components = take_stock(internal, list_modules(frozen / "findling"), list(distributions()))
    drop_metadata(components, internal)
    write_notices(components, internal / NOTICES)
    write_bill(components, internal, frozen.with_name(f"findling-{__version__}.cdx.json"))
