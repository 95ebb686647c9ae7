"""Facts in Linux's compiled files (ELF): libraries they need, what the loader maps, what strip takes away."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile

_SECTION_FIELDS = slice(0x28, 0x30), slice(0x3A, 0x40)
"""Fields of a 64-bit file's header on its sections, of which the loader reads none (elf(5), Elf64_Ehdr)."""


def find_binaries(folder: Path) -> Iterator[Path]:
    """Yield every ELF file below a folder, in the order of their names; links are left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def read_needs(path: Path) -> list[str]:
    """Return the libraries that a file asks the loader for (DT_NEEDED)."""
    with path.open("rb") as file:
        dynamic = ELFFile(file).get_section_by_name(".dynamic")
        if not isinstance(dynamic, DynamicSection):
            return []
        # Attributes are named by the kind of entry, which pyelftools' types do not tell.
        return [str(getattr(tag, "needed")) for tag in dynamic.iter_tags("DT_NEEDED")]  # noqa: B009


def read_image(path: Path) -> list[tuple[int, int, int, bytes]]:
    """Return what the loader maps: address, size in memory, rights, and bytes of each segment.

    Raises:
        ValueError: a segment lies where no loader can map it from.
    """
    image = []
    with path.open("rb") as file:
        for segment in ELFFile(file).iter_segments("PT_LOAD"):
            if (segment["p_vaddr"] - segment["p_offset"]) % segment["p_align"]:
                raise ValueError(f"{path.name}: a segment is not aligned")
            data = bytearray(segment.data())
            if segment["p_offset"] == 0:
                for field in _SECTION_FIELDS:
                    data[field] = bytes(field.stop - field.start)
            image.append((segment["p_vaddr"], segment["p_memsz"], segment["p_flags"], bytes(data)))
    return image


def strip(path: Path) -> int:
    """Take symbols for debuggers out of a file, unless that touched what is loaded; return the bytes won.

    Files that were rewritten after they were linked, as wheels' are, come out of strip broken now and then: what the
    loader would map is compared before and after.

    Raises:
        subprocess.CalledProcessError: strip refuses the file.
    """
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder, path.name)
        subprocess.run(["strip", "--strip-all", "-o", stripped, path], check=True, capture_output=True)
        won = path.stat().st_size - stripped.stat().st_size
        try:
            if won <= 0 or read_image(stripped) != read_image(path):
                return 0
        except ValueError:
            return 0
        shutil.copyfile(stripped, path)
        return won
