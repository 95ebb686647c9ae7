"""Real children, real faults: whatever a file or its reader does, the parent gets a reason and goes on."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from blake3 import blake3

from findling.domain.confinement_report import Access, ConfinementReport
from findling.domain.files import Reason, Stat, Unread
from findling.errors import WorkerError
from findling.extraction.file_reading import to_stat
from findling.extraction.sandbox.parser_protocol import Beat, Opened, Ready, Refused, to_line
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.sandbox.read_outcome import ReadOutcome
from findling.extraction.sandbox.sandbox_limits import SandboxLimits
from findling.formats import FileKind
from findling.ipc.command import ProcessRole, build_command
from findling.ipc.priority import PRIORITY_VARIABLE
from findling.messages.file_templates import FileMessage
from waiting import wait_until

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such thing")
linux = pytest.mark.skipif(sys.platform != "linux", reason="held by Linux only")

READY = to_line(Ready(bounded=False, confinement=ConfinementReport())).decode().strip()
OPENED = to_line(Opened(bytes(32), Stat(1, 2, 3), paged=False)).decode().strip()
BEAT = to_line(Beat(1)).decode().strip()
EMPTY = to_line(Refused(Reason.EMPTY)).decode().strip()
STRICT = SandboxLimits(cpu=0.5, cpu_per_mb=0.0, cpu_per_page=0.5, cpu_paged=0.5, wall_factor=600.0, memory=400_000_000)
"""Strict limits on CPU time and memory, but not on wall time, which a busy machine prolongs."""
IMPATIENT = replace(STRICT, silence=0.4)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def never(_content_hash: bytes) -> bool:
    return False


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def hang(folder: Path) -> Path:
    """Write a page that takes Lexbor a minute and more, without a heartbeat."""
    return write(folder, "hang.html", "<p " + " ".join(f"a{i}" for i in range(1_500_000)) + ">text</p>")


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def imposter(*program: str) -> list[str]:
    """Return the command of a child that starts as it should, and then runs the program."""
    head = f"""
        import os, signal, sys, time
        def say(line): print(line, flush=True)
        def hear(): sys.stdin.readline()
        say('{READY}')
        hear()
    """
    return [sys.executable, "-c", "\n".join(map(textwrap.dedent, (head, *program)))]


def read_with(program: list[str], path: Path, limits: SandboxLimits = STRICT) -> ReadOutcome:
    with Sandbox(limits, program) as one:
        return one.read(path, never)


# What a good file gives


def test_a_text_comes_back_with_its_hash_and_stat(sandbox: Sandbox, tmp_path: Path) -> None:
    content = "Minutes of the meeting.\n\nThe roof was mended in March."
    path = write(tmp_path, "minutes.txt", content)
    outcome = sandbox.read(path, never)
    assert outcome.reason is None
    assert outcome.extraction is not None
    assert outcome.extraction.kind is FileKind.TEXT
    assert outcome.extraction.text == content
    assert outcome.content_hash == blake3(content.encode()).digest()
    assert outcome.stat == to_stat(path.stat())


def test_known_content_is_not_parsed(sandbox: Sandbox, tmp_path: Path) -> None:
    path = write(tmp_path, "known.txt", "known")
    asked = []
    outcome = sandbox.read(path, lambda content_hash: not asked.append(content_hash))
    assert asked == [blake3(b"known").digest()]
    assert outcome == ReadOutcome(to_stat(path.stat()), asked[0])


def test_a_relative_path_is_taken_from_where_the_parent_stands(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.read(tmp_path, never)
    write(tmp_path, "here.txt", "here")
    monkeypatch.chdir(tmp_path)
    assert sandbox.read(Path("here.txt"), never).reason is None


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes names in UTF-8 only")
def test_a_name_that_is_no_text_is_read_by_path_and_by_bytes(sandbox: Sandbox, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xff\xfe.txt"
    Path(os.fsdecode(name)).write_text("content")
    for path in (name, Path(os.fsdecode(name))):
        outcome = sandbox.read(path, never)
        assert outcome.extraction is not None
        assert outcome.extraction.text == "content"


def test_a_text_of_megabytes_comes_back_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    lines = "\n\n".join(f"Line {i} of a long log, with a café in it." for i in range(50_000))
    outcome = sandbox.read(write(tmp_path, "long.txt", lines), never)
    assert outcome.extraction is not None
    assert outcome.extraction.text == lines


# What is no file


@posix
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda path: os.mkfifo(path), Reason.SPECIAL, id="pipe"),
        pytest.param(lambda path: path.mkdir(), Reason.SPECIAL, id="folder"),
        pytest.param(lambda path: path.symlink_to("/etc/passwd"), Reason.LINK, id="link"),
        pytest.param(lambda path: path.symlink_to(path), Reason.LINK, id="loop"),
        pytest.param(lambda path: None, Reason.VANISHED, id="nothing"),
        pytest.param(lambda path: (path.touch(), os.truncate(path, 100 * 10**9)), Reason.TOO_LARGE, id="100 GB hole"),
    ],
)
def test_what_is_no_plain_file_is_told_at_once(
    sandbox: Sandbox, tmp_path: Path, make: Callable[[Path], object], reason: Reason
) -> None:
    make(tmp_path / "it.txt")
    outcome = sandbox.read(tmp_path / "it.txt", never)
    assert (outcome.stat, outcome.content_hash, outcome.extraction) == (None, None, None)
    assert outcome.reason is reason


@posix
def test_a_socket_is_special(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("it.txt")
        assert sandbox.read(tmp_path / "it.txt", never).reason is Reason.SPECIAL


@posix
def test_a_file_without_permission_is_told(sandbox: Sandbox, tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt", "secret")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("needs a user who may not read everything (do not run it as root)")
    assert sandbox.read(path, never).reason is Reason.NO_PERMISSION


# Hostile files, read by the real child


def flate_bomb() -> bytes:
    """Write a PDF of one page whose content is 300 MB of text operators, compressed twice."""
    packer = zlib.compressobj(9)
    inner = b"".join(packer.compress(b"(text) Tj\n" * 100_000) for _ in range(300)) + packer.flush()
    content = zlib.compress(inner, 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%b\nendstream" % (len(content), content),
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%b endobj\n" % (i, one) for i, one in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def zip_bomb() -> bytes:
    """Write a .docx whose document unpacks to 300 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return buffer.getvalue()


def sparse_sheet() -> bytes:
    """Write an .xlsx with a cell in each far corner, 17 thousand million cells apart as a dense table."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/content-types"
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}"><Default Extension="xml" ContentType="text/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1"'
        f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("bomb.pdf", flate_bomb),
        ("bomb.docx", zip_bomb),
        ("corners.xlsx", sparse_sheet),
        ("deep.html", lambda: b"<div>" * 1_000_000 + b"text"),
    ],
)
def test_a_bomb_costs_one_file_and_no_more(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    bomb, good = write(tmp_path, name, make()), write(tmp_path, "good.txt", "good")
    with Sandbox(STRICT) as one:
        outcome = one.read(bomb, never)
        assert outcome.content_hash == blake3(bomb.read_bytes()).digest()
        assert (outcome.extraction is None) != (outcome.reason is None)
        assert one.read(good, never).extraction is not None


def test_a_reader_that_computes_without_end_is_stopped(tmp_path: Path) -> None:
    with Sandbox(STRICT) as one:
        outcome = one.read(hang(tmp_path), never)
        assert (outcome.reason, outcome.detail) == (Reason.TOOK_TOO_LONG, FileMessage.SECONDS_COMPUTING(seconds="0.5"))
        assert outcome.content_hash is not None
        assert one.read(write(tmp_path, "good.txt", "good"), never).extraction is not None


def ending_once(how: str, place: Path) -> list[str]:
    """Return a parser that ends in a given way at its first file, and a real one from then on."""
    program = f"""
        import os, signal, sys
        from pathlib import Path
        from findling.processes.parser.main import main
        ended = Path({str(place / "ended")!r})
        if ended.exists():
            main()
        ended.touch()
        print('{READY}', flush=True)
        sys.stdin.readline()
        {how}
    """
    return [sys.executable, "-c", textwrap.dedent(program)]


_ENDS = [
    pytest.param("os.kill(os.getpid(), signal.SIGKILL)", id="killed", marks=posix),
    pytest.param("os.kill(os.getpid(), signal.SIGTERM)", id="logged out", marks=posix),
    pytest.param("os.kill(os.getpid(), signal.SIGSEGV)", id="crashed", marks=posix),
    pytest.param("os._exit(3)", id="left"),
]


@pytest.mark.parametrize("how", _ENDS)
def test_a_child_that_ends_once_costs_no_file(tmp_path: Path, how: str) -> None:
    with Sandbox(command=ending_once(how, tmp_path)) as one:
        asked: list[bytes] = []
        outcome = one.read(write(tmp_path, "good.txt", "good"), lambda found: bool(asked.append(found)))
        assert outcome.extraction is not None
        assert len(asked) == 1


@posix
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_a_child_that_is_ended_from_outside_each_time_is_no_fault_of_the_file(tmp_path: Path, name: str) -> None:
    # Whoever started the tests may have had signals ignored, as nohup does.
    default = "" if name == "SIGKILL" else f"signal.signal(signal.{name}, signal.SIG_DFL); "
    program = imposter(f"{default}os.kill(os.getpid(), signal.{name})")
    outcome = read_with(program, write(tmp_path, "file.txt", "text"))
    assert (outcome.reason, str(outcome.detail)) == (Reason.STOPPED, name)


@posix
def test_a_child_that_is_killed_in_the_middle_of_a_file_is_replaced(tmp_path: Path) -> None:
    path, before, killed = write(tmp_path, "good.txt", "good"), children(), []

    def kill_before_it_parses(_content_hash: bytes) -> bool:
        killed.extend(children() - before)
        os.kill(killed[0], signal.SIGKILL)
        return False

    with Sandbox() as one:
        assert one.read(path, kill_before_it_parses).extraction is not None
        assert len(killed) == 1


@posix
def test_a_child_killed_between_two_files_costs_none(tmp_path: Path) -> None:
    path, before = write(tmp_path, "good.txt", "good"), children()
    with Sandbox() as one:
        one.read(path, never)
        (victim,) = children() - before
        os.kill(victim, signal.SIGKILL)
        os.waitid(os.P_PID, victim, os.WEXITED | os.WNOWAIT)
        assert one.read(path, never).extraction is not None


# Children that do what no file of today makes ours do


@pytest.mark.parametrize(
    ("program", "reason", "detail"),
    [
        pytest.param("say('no json')", Reason.CRASHED, "a line that is no JSON", id="babble"),
        pytest.param("while True: say('x' * 10_000)", Reason.CRASHED, "a line that is no JSON", id="flood"),
        pytest.param(f"say('{READY}')", Reason.CRASHED, "Ready where Opened was due", id="out of turn"),
        pytest.param(f"while True: say('{BEAT}')", Reason.CRASHED, "a flood of signs of life", id="beats alone"),
        pytest.param("while True: pass", Reason.TOOK_TOO_LONG, "0.5 s of computing", id="busy"),
        pytest.param("sys.exit(3)", Reason.CRASHED, "exit status 3", id="exits"),
        pytest.param("sys.exit(0)", Reason.CRASHED, "exit status 0", id="exits as if all were well"),
        pytest.param("1 / 0", Reason.CRASHED, "exit status 1: ZeroDivisionError: division by zero", id="a bug"),
        pytest.param(f"sys.stdout.write('{BEAT[:-9]}')", Reason.CRASHED, "exit status 0", id="half a line"),
        pytest.param("os.kill(os.getpid(), signal.SIGSEGV)", Reason.CRASHED, "SIGSEGV", id="segfault", marks=posix),
        pytest.param(
            "print('memory allocation of 99 bytes failed', file=sys.stderr); os.abort()",
            Reason.TOO_MUCH_MEMORY,
            "",
            id="abort for want of memory",
        ),
    ],
)
def test_a_failing_child_becomes_a_reason(tmp_path: Path, program: str, reason: Reason, detail: str) -> None:
    outcome = read_with(imposter(program), write(tmp_path, "file.txt", "text"))
    assert (outcome.reason, str(outcome.detail or "")) == (reason, detail)


def test_a_line_without_end_becomes_a_reason(tmp_path: Path) -> None:
    # To write that much may take longer than the other children may compute.
    program = imposter("while True: sys.stdout.write('x' * 1_000_000)")
    outcome = read_with(program, write(tmp_path, "file.txt", "text"), SandboxLimits())
    expected = (Reason.CRASHED, "a line of more than 134,217,728 bytes")
    assert (outcome.reason, str(outcome.detail or "")) == expected


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        pytest.param("time.sleep(3600)", Reason.OFFLINE, id="stalled while reading"),
        pytest.param(f"say('{OPENED}'); hear(); time.sleep(3600)", Reason.TOOK_TOO_LONG, id="silent while parsing"),
    ],
)
def test_a_silent_child_becomes_a_reason(tmp_path: Path, program: str, reason: Reason) -> None:
    outcome = read_with(imposter(program), write(tmp_path, "file.txt", "text"), IMPATIENT)
    assert (outcome.reason, outcome.detail) == (reason, FileMessage.SECONDS_SILENT(seconds="0.4"))


def test_a_child_that_eats_memory_is_stopped_beyond_the_limit(tmp_path: Path) -> None:
    program = imposter("held = [b'x' * 5_000_000 for _ in range(100)]\ntime.sleep(3600)")
    outcome = read_with(program, write(tmp_path, "file.txt", "text"), SandboxLimits(memory=400_000_000))
    assert outcome.reason is Reason.TOO_MUCH_MEMORY
    assert outcome.detail is not None
    used = outcome.detail.fact("size")
    assert isinstance(used, int)
    assert 400_000_000 < used < 800_000_000  # what it takes between two looks


def test_a_child_that_does_not_heed_its_closed_input_is_ended(tmp_path: Path) -> None:
    refusing = imposter(f"say('{EMPTY}')", "time.sleep(3600)")
    before, one = children(), Sandbox(STRICT, refusing)
    assert one.read(write(tmp_path, "file.txt", "text"), never).reason is Reason.EMPTY
    one.close()
    # One that another test left may have ended meanwhile.
    assert children() <= before


def test_prints_of_a_library_do_not_disturb_the_conversation(tmp_path: Path) -> None:
    """Prints go to standard error from the moment that the child has taken its pipes; a flood of them does no harm."""
    program = """
        import os, sys, threading
        def chatter():
            while not os.path.samestat(os.fstat(1), os.fstat(2)):
                pass
            for _ in range(50_000):
                print("stray words that are no JSON")
        from findling.processes.parser.main import main
        threading.Thread(target=chatter, daemon=True).start()
        main()
    """
    path = write(tmp_path, "file.txt", "text")
    with Sandbox(command=[sys.executable, "-c", textwrap.dedent(program)]) as one:
        for _ in range(50):
            assert one.read(path, never).extraction is not None


def test_a_child_that_cannot_start_is_an_error_of_its_own(tmp_path: Path) -> None:
    starts = tmp_path / "starts"
    program = f"open({str(starts)!r}, 'a').write('x'); raise SystemExit('no such library')"
    with Sandbox(command=[sys.executable, "-c", program]) as one, pytest.raises(WorkerError, match="no such library"):
        one.read(tmp_path, never)
    assert starts.read_text() == "xxx"


def test_a_child_whose_program_is_missing_is_an_error_of_its_own(tmp_path: Path) -> None:
    with Sandbox(command=[str(tmp_path / "none")]) as one, pytest.raises(WorkerError, match="cannot be started"):
        one.read(tmp_path, never)


# Lives of the child


def test_an_error_of_the_parent_s_own_is_raised_and_the_next_file_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    path = write(tmp_path, "file.txt", "text")

    def fail(_content_hash: bytes) -> bool:
        raise LookupError("the database is gone")

    with pytest.raises(LookupError):
        sandbox.read(path, fail)
    assert sandbox.read(path, never).extraction is not None


def test_one_child_reads_any_number_of_files(tmp_path: Path) -> None:
    before, seen = children(), set()
    with Sandbox() as one:
        for i in range(600):
            path = write(tmp_path, f"{i}.txt", f"File number {i}.")
            assert one.read(path, never).extraction is not None
            seen |= children() - before
    assert len(seen) == 1
    # One that another test left may have ended meanwhile.
    assert children() <= before


def test_a_child_that_rests_is_ended_and_the_next_file_starts_another(tmp_path: Path) -> None:
    path, before = write(tmp_path, "file.txt", "text"), children()
    with Sandbox(SandboxLimits(idle=0.1)) as one:
        for _ in range(2):
            assert one.read(path, never).extraction is not None
            wait_until(lambda: children() <= before)


def test_a_child_is_never_ended_under_a_file_that_it_reads(tmp_path: Path) -> None:
    path = write(tmp_path, "file.txt", "text")
    with Sandbox(SandboxLimits(idle=0.0)) as one:
        for _ in range(20):
            assert one.read(path, never).extraction is not None


def test_a_child_that_keeps_much_memory_is_replaced(tmp_path: Path) -> None:
    path, before, seen = write(tmp_path, "file.txt", "text"), children(), set()
    with Sandbox(SandboxLimits(idle_memory=1)) as one:
        for _ in range(2):
            one.read(path, lambda _: not seen.update(children() - before))
    assert len(seen) == 2


def test_closing_ends_the_child(tmp_path: Path) -> None:
    before, one = children(), Sandbox()
    one.start()
    one.close()
    # One that another test left may have ended meanwhile.
    assert children() <= before


@posix
@pytest.mark.parametrize("busy", [False, True])
def test_no_child_outlives_a_parent_that_is_killed(tmp_path: Path, busy: bool) -> None:
    path = write(tmp_path, "long.csv", "1,2,3,4,5,6,7,8,9\n" * 1_500_000) if busy else write(tmp_path, "a.txt", "text")
    program = f"""
        import time
        from pathlib import Path
        from findling.extraction.sandbox.parser_sandbox import Sandbox
        Sandbox().read(Path({str(path)!r}), lambda _: print("parsing", flush=True))
        print("done", flush=True)
        time.sleep(3600)
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        if not busy:
            parent.stdout.readline()
        (child,) = psutil.Process(parent.pid).children()
        parent.kill()
    wait_until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


# What the child takes from itself


@linux
def test_the_child_says_what_of_its_confinement_holds(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PRIORITY_VARIABLE)
    before = children()
    ready = sandbox.start()
    assert ready.bounded
    (number,) = children() - before
    child = psutil.Process(number)
    assert child.nice() >= min(10, os.nice(0) + 10)
    assert child.rlimit(psutil.RLIMIT_AS)[1] == 2 * 2**30
    assert child.rlimit(psutil.RLIMIT_CORE)[1] == 0
    assert child.rlimit(psutil.RLIMIT_NOFILE)[1] == 64
    assert child.rlimit(psutil.RLIMIT_FSIZE)[1] == 0
    assert ready.confinement.refused + ready.confinement.granted == tuple(Access)


@posix
def test_a_child_that_may_write_nothing_from_its_start_reads_all_the_same(tmp_path: Path) -> None:
    program = f"""
        import os, resource, sys
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        os.execv(sys.executable, {build_command(ProcessRole.PARSER)!r})
    """
    with Sandbox(command=[sys.executable, "-c", textwrap.dedent(program)]) as one:
        outcome = one.read(
            write(tmp_path, "minutes.txt", "The roof was mended in March, and in May again. " * 3), never
        )
    assert outcome.extraction is not None
    assert outcome.extraction.language == "en"


@pytest.mark.slow
def test_of_a_file_whose_end_was_not_read_it_is_known_that_it_is_cut(tmp_path: Path) -> None:
    head = "From a@example.org Mon Nov 23 09:00:00 2026\nSubject: Holidays\nContent-Type: {}\n\n"
    picture = head.format("image/png\nContent-Transfer-Encoding: base64").encode() + b"A" * 70_000_000
    path = write(tmp_path, "inbox.mbox", head.format("text/plain") + "Words of a letter.\n")
    with path.open("ab") as file:
        file.write(picture)
    with Sandbox() as one:
        extraction = one.read(path, never).extraction
    assert extraction is not None
    assert (extraction.reason, extraction.text.count("Words of a letter.")) == (Reason.TEXT_CUT, 1)
    assert extraction.wholeness.unread == (Unread.CUT,)
    assert extraction.wholeness.is_impaired
