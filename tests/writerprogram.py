"""Writer that does what the folder's name says: real processes and pipes, at the speed of a test."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from findling.domain.library import Progress, Summary
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.processes.writer import main

COMMAND = [sys.executable, "-m", "writerprogram"]


class Writer:
    def adopt(self, settings):
        if "CLOSED" in os.environ:
            Path(os.environ["CLOSED"]).with_suffix(".adopted").write_text(settings.model)

    def add(self, folder, exclude):
        if not folder.is_dir():
            raise UsageError(LibraryMessage.FOLDER_MISSING(folder=folder), Remedy.CHECK_NAME())

    def remove(self, folder):
        return 7

    def forget_absent(self, directory):
        return 5

    def index(self, folders, *, report, should_stop, retry=False, arrived):
        name = folders[0].name if folders else ""
        if name == "bug":
            raise ZeroDivisionError("by zero")
        if name == "noisy":
            print("a stray print")
            subprocess.run(["echo", "a stray child"], check=True)
            os.write(1, b"stray bytes\n")
        count = 0
        while name in {"slow", "deaf"} and (name == "deaf" or not should_stop()):
            count += 1
            report(Progress(found=count, doing="indexing"))
            time.sleep(0.02)
        return Summary(found=3, indexed=3, chunks=9, seconds=0.1, stopped=should_stop())

    def follow(self, report, should_stop, offline, arrived):
        report(Progress(doing="watching"))
        while not should_stop():
            time.sleep(0.02)

    def recover(self):
        return ()

    def close(self):
        Path(os.environ["CLOSED"]).touch() if "CLOSED" in os.environ else None


if __name__ == "__main__":
    raise SystemExit(main.run(lambda paths, settings, allowance: Writer()))
