"""The lexical index after a full disk, a kill or a damaged file: an error, or its last commit."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from findling.errors import DiskFullError, IndexDamagedError, LibraryBusyError, LibraryError
from findling.index.lexical import analysis
from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery, NameEntry
from findling.index.lexical.tantivy_errors import translate_errors
from wordsets import read, write

ENTRIES = [
    *(LexicalEntry(number, f"title {number}", f"common word{number % 7} " * 40) for number in range(1, 200)),
    *(NameEntry(number, f"file{number}.txt", "folder") for number in range(1, 200)),
]
QUERY = LexicalQuery(("common", "word3"), ("common",))

ENDLESS_WRITER = """
import sys
from pathlib import Path
from findling.index.lexical import LexicalEntry, LexicalWriter

writer = LexicalWriter.open(Path(sys.argv[1]))
number = writer.sequence
print("ready", flush=True)
while True:
    number += 1
    writer.put_document(LexicalEntry(number, "", f"all number{number}"))
    writer.commit(number)
"""


@contextmanager
def writing_elsewhere(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Start a process that commits one document after the other, and kill it at the end."""
    command = [sys.executable, "-c", ENDLESS_WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def ask_everything(reader: LexicalReader) -> None:
    """Read every file of the index."""
    reader.search(QUERY, 10)
    reader.matching(QUERY)
    reader.score(QUERY, [1, 2, 3])
    reader.search_names(LexicalQuery(("fi",)), 10)
    reader.frequency("common")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    write(folder, ENTRIES, sequence=7)
    return folder


@pytest.fixture
def copied(sound: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sound, tmp_path / "copy")


SUFFIXES = [".fast", ".fieldnorm", ".idx", ".pos", ".store", ".term", "meta.json"]


def files_of(folder: Path, half: str, suffix: str) -> list[Path]:
    files = [path for path in (folder / half).iterdir() if path.name.endswith(suffix)]
    assert files
    return files


@pytest.mark.parametrize("half", ["documents", "names"])
@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("damage", ["cut", "zeroed", "emptied", "removed"])
def test_a_damaged_file_is_told_to_the_reader_and_replaced_by_the_writer(
    copied: Path, half: str, suffix: str, damage: str
) -> None:
    for path in files_of(copied, half, suffix):
        size = path.stat().st_size
        written = {"cut": path.read_bytes()[: size // 2], "zeroed": bytes(size), "emptied": b""}.get(damage)
        path.unlink() if written is None else path.write_bytes(written)
    with suppress(IndexDamagedError):
        assert LexicalReader.open(copied) is None
    with LexicalWriter.open(copied) as writer:
        assert writer.sequence == 0
        writer.put_document(LexicalEntry(1, "", "common"))
        writer.commit(8)
    assert (read(copied).sequence, read(copied).documents) == (8, 1)


@pytest.mark.parametrize("suffix", SUFFIXES[:-1])
def test_a_hole_in_a_file_never_ends_the_reader_and_the_writer_finds_it(copied: Path, suffix: str) -> None:
    for path in files_of(copied, "documents", suffix):
        written = bytearray(path.read_bytes())
        middle = max(len(written) - 100, 1) // 2  # the last hundred bytes are the footer
        written[middle : middle + 16] = bytes(byte ^ 0xFF for byte in written[middle : middle + 16])
        path.write_bytes(written)
    with suppress(IndexDamagedError):
        ask_everything(read(copied))
    with LexicalWriter.open(copied) as writer:
        assert writer.sequence == 0


def test_an_index_of_another_version_is_begun_anew(copied: Path) -> None:
    meta = copied / "documents" / "meta.json"
    meta.write_text(meta.read_text().replace(f"stemmed-{analysis.VERSION}", "stemmed-0"))
    with pytest.raises(IndexDamagedError):
        LexicalReader.open(copied)
    with LexicalWriter.open(copied) as writer:
        assert writer.sequence == 0


def test_a_sound_index_is_kept(copied: Path) -> None:
    with LexicalWriter.open(copied) as writer:
        assert writer.sequence == 7
    assert read(copied).documents == 199


def test_a_first_build_that_was_cut_off_is_begun_anew(tmp_path: Path) -> None:
    with LexicalWriter.open(tmp_path) as writer:
        for number in range(1, 6):  # more text than may wait in memory
            writer.put_document(LexicalEntry(number, "", "common " * 500_000))
    assert read(tmp_path).sequence == 0
    assert read(tmp_path).documents > 0
    with LexicalWriter.open(tmp_path) as writer:
        assert writer.sequence == 0
    assert read(tmp_path).documents == 0


def test_two_writers_cannot_be(copied: Path) -> None:
    with LexicalWriter.open(copied), pytest.raises(LibraryBusyError):
        LexicalWriter.open(copied)
    with LexicalWriter.open(copied) as writer:
        assert writer.sequence == 7


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("a file in its place")
    with pytest.raises(LibraryError, match="cannot be used"):
        LexicalWriter.open(tmp_path / "words")


def test_a_reader_outlives_its_folder(copied: Path) -> None:
    reader = read(copied)
    before = reader.search(QUERY, 5)
    shutil.rmtree(copied, ignore_errors=True)
    with pytest.raises(IndexDamagedError):
        reader.refresh()
    assert reader.search(QUERY, 5) == before
    assert LexicalReader.open(copied) is None


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_after_a_full_disk_nothing_is_written_before_it_is_reopened(tmp_path: Path) -> None:
    script = """
import resource, signal, sys
from pathlib import Path
from findling.errors import LibraryError
from findling.index.lexical import LexicalEntry, LexicalWriter

writer = LexicalWriter.open(Path(sys.argv[1]))
writer.put_document(LexicalEntry(1, "", "kept"))
writer.commit(1)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
writer.put_document(LexicalEntry(2, "", " ".join(f"word{number}" for number in range(50_000))))
for sequence in (2, 3):
    try:
        writer.commit(sequence)
    except LibraryError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "os error 27" in done.stdout.splitlines()[0]
    assert "an earlier write failed" in done.stdout.splitlines()[1]
    with LexicalWriter.open(tmp_path) as writer:
        assert writer.sequence == 1
    assert read(tmp_path).documents == 1


def test_what_a_killed_commit_left_behind_is_not_in_the_way(copied: Path) -> None:
    published = {half: (copied / half / "meta.json").read_bytes() for half in ("documents", "names")}
    for sequence in (8, 9):
        with LexicalWriter.open(copied) as writer:
            assert writer.sequence == 7
            writer.drop_document(1)
            writer.drop_name(1)
            writer.commit(sequence)
        assert (read(copied).sequence, read(copied).documents) == (sequence, 198)
        for half, meta in published.items():  # as if killed after all files but the last were written
            (copied / half / "meta.json").write_bytes(meta)
            for path in files_of(copied, half, ".del"):
                path.write_bytes(path.read_bytes()[:-10])


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal")
def test_what_was_committed_outlives_a_kill(tmp_path: Path) -> None:
    dice = random.Random(1)
    sequence = 0
    for _ in range(4):
        with writing_elsewhere(tmp_path) as process:
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(dice.uniform(0.1, 0.6))
            process.send_signal(signal.SIGKILL)
        reader = read(tmp_path)
        assert reader.sequence >= sequence
        sequence = reader.sequence
        assert reader.matching(LexicalQuery()) == set(range(1, sequence + 1))
        assert reader.score(LexicalQuery((f"number{sequence}",)), [sequence])[sequence] > 0 or sequence == 0
    assert sequence > 0


def test_a_reader_goes_on_while_another_process_writes_and_merges(tmp_path: Path) -> None:
    write(tmp_path, [LexicalEntry(1, "", "all number1")], sequence=1)
    reader = read(tmp_path)
    with writing_elsewhere(tmp_path):
        while reader.sequence < 15:
            reader.refresh()
            seen = reader.matching(LexicalQuery())
            assert seen == set(range(1, len(seen) + 1))
            assert len(seen) >= reader.sequence
            assert len(reader.search(LexicalQuery(("all",)), 1_000)) == len(seen)


@pytest.mark.skipif(sys.platform == "win32", reason="errors have other numbers there")
@pytest.mark.parametrize(
    "words",
    [
        "An IO error occurred: 'No space left on device (os error 28) at path \"/x/.tmp0GjGxe\"'",
        "Failed to open file for write: 'IoError { err: Os { code: 28, kind: StorageFull, message: \"No space\" } }'",
    ],
)
def test_a_full_disk_is_told_in_words_however_the_library_puts_it(tmp_path, words):
    with pytest.raises(DiskFullError) as raised, translate_errors(tmp_path):
        raise ValueError(words)
    assert "tmp" not in str(raised.value)
