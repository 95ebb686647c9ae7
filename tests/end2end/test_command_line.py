"""The command as scripts use it: streams, exit codes and hostile file names."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from waiting import PATIENCE_SECONDS, wait_until

Ran = subprocess.CompletedProcess[bytes]
Command = Callable[..., Ran]

RULES = (
    "The club meets on the first Tuesday of a month in the hall by the station, and anyone may bring a friend along. "
    "Cakes are welcome, dogs are not, and who comes last locks the door behind all others and leaves the key there. "
    "In winter there is a fire in the stove, for which each of us carries a log up the hill. "
)

HOSTILE = b"bad\xff\nname [red]\x1b[31m.txt"


def command(library: Path, *arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "findling", "--library", str(library), *arguments]


def indexed_files(library: Path) -> int:
    ran = subprocess.run(command(library, "--json", "status"), capture_output=True, timeout=PATIENCE_SECONDS)
    return int(json.loads(ran.stdout)["indexed"]) if ran.returncode == 0 else 0


@pytest.fixture(scope="module")
def findling(tmp_path_factory: pytest.TempPathFactory) -> Command:
    library = tmp_path_factory.mktemp("library")

    def run(*arguments: str | bytes) -> Ran:
        return subprocess.run(command(library, *arguments), capture_output=True, timeout=PATIENCE_SECONDS)

    return run


@pytest.fixture(scope="module")
def harbour(findling: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An indexed folder with a name that is no text and a time out of range."""
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "boat.txt").write_text("The rowing boat is moored at the old jetty. " * 20)
    os.utime(folder / "boat.txt", (10**12, 10**12))
    (folder / "club.txt").write_text(f"{RULES}Whoever loses an oar pays for it. The treasurer takes the money.\n")
    try:
        (folder / os.fsdecode(HOSTILE)).write_text("The lighthouse keeper counts ships at night. " * 20)
    except OSError:
        pytest.skip("this file system takes no such names")
    ran = findling("index", str(folder))
    assert ran.returncode == 0, ran.stderr
    return folder


def test_a_name_in_json_still_names_its_file(findling: Command, harbour: Path):
    answer = json.loads(findling("--json", "search", "lighthouse").stdout)
    path = Path(answer["results"][0]["path"])
    assert os.fsencode(path.name) == HOSTILE
    assert path.exists()


@pytest.mark.parametrize("arguments", [("search", "lighthouse"), ("files",)])
def test_a_name_cannot_steer_the_terminal(findling: Command, harbour: Path, arguments: tuple[str, ...]):
    shown = findling(*arguments).stdout
    assert b"\x1b" not in shown
    assert rb"\nname [red]\x1b[31m.txt" in shown


def test_an_excerpt_begins_with_the_sentence_that_answers(findling: Command, harbour: Path):
    shown = findling("search", "who pays when the oar is lost").stdout.decode()
    assert "    … Whoever loses an oar pays for it. The treasurer takes the money.\n" in shown


def test_every_kind_of_answer_is_one_json_document(findling: Command, harbour: Path):
    for arguments in (["folders"], ["status"], ["files"], ["models"], ["similar", str(harbour / "boat.txt")]):
        ran = findling("--json", *arguments)
        assert ran.returncode == 0, ran.stderr
        assert isinstance(json.loads(ran.stdout), dict)


def test_a_failure_is_one_line_whatever_the_name(findling: Command, harbour: Path):
    ran = findling("index", "/no such\nfolder")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith(b"findling: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such"],
        ["search"],
        ["search", "-n", "0", "boat"],
        ["search", "--sort", "size", "--rerank", "x"],
        ["nonsense"],
    ],
)
def test_wrong_usage(findling: Command, arguments: list[str]):
    ran = findling(*arguments)
    assert (ran.returncode, ran.stdout) == (2, b"")


def test_help_loads_nothing_heavy():
    script = (
        "import sys\nfrom findling.cli.main import run\nassert run(['--help'], None) == 0\n"
        "print(*{'numpy', 'onnxruntime', 'tantivy', 'hnswlib'} & set(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert (ran.returncode, ran.stderr.strip()) == (0, "")


def test_a_search_for_a_few_words_loads_nothing_that_compares_texts(findling: Command, harbour: Path):
    library = str(findling("--json", "status").args[4])
    script = (
        "import sys\nfrom findling.cli.main import run\n"
        f"assert run(['--library', {library!r}, 'search', 'boat'], None) == 0\n"
        "print(*{'numpy.ma', 'rapidfuzz', 'findling.duplicates.word_tokens'} & set(sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    assert (ran.returncode, ran.stderr.strip()) == (0, "")
    assert ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way there")
def test_a_reader_that_has_seen_enough_is_no_failure(findling: Command, harbour: Path):
    library = findling("--json", "status").args[4]
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        command(Path(str(library)), "files"), stdout=writing, stderr=subprocess.PIPE, timeout=PATIENCE_SECONDS
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="interrupts are sent in another way there")
def test_an_interrupted_run_still_says_what_it_did(tmp_path: Path):
    folder, library = tmp_path / "files", tmp_path / "library"
    folder.mkdir()
    for number in range(400):
        words = " ".join(f"word{number * step % 997} river" for step in range(150))
        (folder / f"{number}.txt").write_text(words)
    running = subprocess.Popen(
        command(library, "--json", "index", str(folder)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    wait_until(lambda: indexed_files(library))
    running.send_signal(signal.SIGINT)
    output, _ = running.communicate(timeout=PATIENCE_SECONDS)
    assert running.returncode == 130
    summary = json.loads(output)
    assert summary["stopped"] is True
    assert 0 < summary["indexed"] < 400
