"""The parser process with a reader that a document has taken over: it tries what its author would, and tells.

Only `parse` is replaced, where such a reader stands; the rest is Findling's own. The text of the document that it
"reads" is a JSON object of what succeeded. Its arguments: the user's folder, a port and a socket that are listened on,
and "confined" or "unconfined", which shows that an attempt would have succeeded.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import mmap
import os
import resource
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from findling.domain.files import Extraction
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.processes.parser import confinement
from findling.processes.parser import main as parser

LIBC = ctypes.CDLL(None, use_errno=True)
# The same on all machines since Linux 5.1 (asm-generic/unistd.h); the rest by the C library's names.
IO_URING_SETUP, PIDFD_OPEN, PIDFD_GETFD, OPENAT2 = 425, 434, 438, 437
PTRACE_SEIZE, PTRACE_DETACH = 0x4206, 17


def call(function: str | int, *arguments: object) -> int:
    done = getattr(LIBC, function)(*arguments) if isinstance(function, str) else LIBC.syscall(function, *arguments)
    if done == -1:
        raise OSError(ctypes.get_errno(), str(function))
    return int(done)


def list_attempts(user: Path, port: int, listening: str) -> Iterator[tuple[str, Callable[[], object]]]:
    parent = os.getppid()
    thesis, key = user / "thesis.txt", user / ".ssh/id_rsa"
    yield "read a key", key.read_text
    yield "read the library", (user / "library/library.db").read_bytes
    yield "read accounts", Path("/etc/passwd").read_text
    yield "read the parent's environment", lambda: Path(f"/proc/{parent}/environ").read_bytes()
    yield "read the parent's memory", lambda: Path(f"/proc/{parent}/mem").open("rb").close()
    yield "list the home folder", lambda: os.scandir(user).close()
    yield "list the root", lambda: os.scandir("/").close()
    yield "list processes", lambda: os.scandir("/proc").close()
    yield "open a folder by path only", lambda: os.close(os.open(user, os.O_PATH))
    yield "open by another call", lambda: call(OPENAT2, -100, bytes(key), (ctypes.c_uint64 * 3)(), 24)
    yield "create", lambda: os.close(os.open(user / "made", os.O_CREAT | os.O_WRONLY))
    yield "create without a name", lambda: os.close(os.open(user, os.O_TMPFILE | os.O_WRONLY))
    yield "truncate", lambda: os.truncate(user / "photo.txt", 0)
    yield "open for writing", lambda: os.close(os.open(thesis, os.O_RDWR))
    yield "change in memory", lambda: map_and_change(thesis)
    yield "delete", (user / "draft.txt").unlink
    yield "rename", lambda: (user / "a.txt").rename(user / "b.txt")
    yield "change rights", lambda: thesis.chmod(0o777)
    yield "change times", lambda: os.utime(thesis, (1, 1))
    yield "set an attribute", lambda: os.setxattr(thesis, "user.evil", b"1")
    yield "link", lambda: os.link(thesis, user / "hard")
    yield "link symbolically", lambda: (user / "soft").symlink_to(key)
    yield "make a folder", (user / "folder").mkdir
    yield "make a pipe", lambda: os.mkfifo(user / "pipe")
    for number in open_descriptors():
        yield f"change the rights of open file {number}", lambda number=number: os.fchmod(number, 0o777)
        yield f"change the times of open file {number}", lambda number=number: os.utime(number, (1, 1))
        yield (
            f"open {number} again for writing",
            lambda number=number: os.close(os.open(f"/proc/self/fd/{number}", os.O_WRONLY)),
        )
    yield "fork", fork
    yield "run a shell", lambda: subprocess.run(["/bin/sh", "-c", ":"], check=True)
    yield "spawn", lambda: os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", ":"], {}), 0)
    for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK, socket.AF_PACKET):
        yield f"make a socket of {family.name}", lambda family=family: socket.socket(family, socket.SOCK_DGRAM).close()
    yield "connect to this computer", lambda: socket.create_connection(("127.0.0.1", port), 5).close()
    yield "ask a name server", lambda: socket.getaddrinfo("localhost", 80)
    yield "send a key to a program", lambda: send(listening, b"stolen")
    yield "make a pair of sockets", lambda: [each.close() for each in socket.socketpair()]
    yield "signal the parent", lambda: os.kill(parent, 0)
    yield "signal a thread of the parent", lambda: call("tgkill", parent, parent, 0)
    yield "read across processes", lambda: call("process_vm_readv", parent, None, 0, None, 0, 0)
    yield "take a file of the parent", lambda: call(PIDFD_GETFD, call(PIDFD_OPEN, parent, 0), 0, 0)
    yield "join a network", lambda: join(parent)
    yield "make a file in memory", lambda: os.close(os.memfd_create("payload"))
    yield "queue system calls", lambda: call(IO_URING_SETUP, 1, (ctypes.c_uint32 * 30)())
    yield "go to the home folder", lambda: os.chdir(user)
    yield "write a file after all", lambda: unlimit_and_write(user)


def list_harmful_attempts(user: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what would harm whoever runs this, where nothing prevents it."""
    parent = os.getppid()
    yield "trace the parent", lambda: trace(parent)
    yield "make a name space", lambda: call("unshare", 0x10000000)
    yield "mount", lambda: call("mount", b"none", bytes(user), b"tmpfs", 0, None)
    yield "change the root", lambda: os.chroot(user)
    yield "be someone else", lambda: os.setresuid(65534, 65534, 65534)
    yield "limit the parent", lambda: resource.prlimit(parent, resource.RLIMIT_NOFILE)
    yield "stop waiting one's turn", lambda: os.setpriority(os.PRIO_PROCESS, parent, 0)
    yield "signal everyone", lambda: os.killpg(os.getpgid(parent), 0)


def open_descriptors() -> list[int]:
    """Return the numbers of open plain files, of which one is the document."""
    found = []
    for number in range(64):
        with contextlib.suppress(OSError):
            if stat.S_ISREG(os.fstat(number).st_mode):
                found.append(number)
    return found


def map_and_change(path: Path) -> None:
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as view:
        view[:4] = b"EVIL"


def fork() -> None:
    number = os.fork()
    if number == 0:
        os._exit(0)
    os.waitpid(number, 0)


def send(address: str, secret: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as link:
        link.connect(address)
        link.sendall(secret)


def trace(process: int) -> None:
    call("ptrace", PTRACE_SEIZE, process, None, None)
    call("ptrace", PTRACE_DETACH, process, None, None)


def join(process: int) -> None:
    space = os.open(f"/proc/{process}/ns/net", os.O_RDONLY)
    call("setns", space, 0)


def unlimit_and_write(user: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    (user / "written").write_bytes(b"x" * 10_000)


def evil(_source: Source) -> Extraction:
    succeeded: list[str] = []
    tried: list[str] = []
    user = Path(sys.argv[1])
    attempts = list(list_attempts(user, int(sys.argv[2]), sys.argv[3]))
    if sys.argv[4] == "confined":
        attempts += list_harmful_attempts(user)

    def work() -> None:
        for name, attempt in attempts:
            tried.append(name)
            try:
                attempt()
            except BaseException:
                continue
            succeeded.append(name)

    # In a thread of its own, since what confines one thread need not confine the next.
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return Extraction(FileKind.TEXT, "", json.dumps({"tried": tried, "succeeded": succeeded}), ())


if __name__ == "__main__":
    if sys.argv[4] == "unconfined":
        confinement.confine = lambda: None
    parser.parse = evil
    parser.main()
