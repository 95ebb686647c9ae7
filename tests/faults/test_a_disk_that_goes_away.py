"""A disk below a watched folder goes away: what lay on it is offline, in no plan, and comes back unread."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workspace import Workspace

STORY = "On the stick lies story number {} of a voyage to the islands of the south, and of the way home. "


def _may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    tried = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _may_mount(), reason="needs leave to mount (Linux with user namespaces, or root)")


def test_files_of_a_pulled_disk_are_kept_and_are_not_embedded_again(tmp_path: Path):
    workspace = Workspace.at(tmp_path)
    workspace.write("note.txt", "A note about the harbour that stays on the computer.")
    workspace.write("copy of 3.txt", STORY.format(3) * 20)
    stick, source, held = (tmp_path / name for name in ("files/stick", "source", "held"))
    for folder in (stick, source, held):
        folder.mkdir()
    for number in range(15):
        (source / f"story {number}.txt").write_text(STORY.format(number) * 20)

    def findling(said: str, *words: str) -> str:
        options = ["-P", "-m", "findling", "--library", str(tmp_path / "library"), "--json", "--no-progress"]
        command = " ".join(f"'{word}'" for word in (sys.executable, *options, *words))
        return f"{command} > '{tmp_path / said}'"

    steps = [
        f"mount -t tmpfs none '{stick}'",
        f"cp '{source}'/* '{stick}'",
        findling("first", "index", str(workspace.folder)),
        f"mount --move '{stick}' '{held}'",
        findling("away", "index"),
        findling("folders", "folders"),
        findling("duplicates", "duplicates"),
        findling("found", "search", "voyage islands south"),
        f"mount --move '{held}' '{stick}'",
        findling("back", "index"),
        f"umount '{stick}'",
        findling("gone", "index"),
        findling("forgotten", "forget", str(stick)),
        findling("listed", "files"),
    ]
    # In a mount namespace of its own, which ends with it.
    subprocess.run(["unshare", "-rm", "sh", "-ec", "\n".join(steps)], check=True)

    names = ("first", "away", "folders", "duplicates", "found", "back", "gone", "listed")
    said = {name: json.loads((tmp_path / name).read_text()) for name in names}
    assert said["first"]["indexed"] == 17
    assert (said["away"]["removed"], said["away"]["chunks"]) == (0, 0)
    assert said["folders"]["folders"][0]["offline"] == 15
    assert said["duplicates"]["groups"] == []
    offline = {Path(each["path"]).name for each in said["found"]["results"] if each["offline"]}
    assert offline
    assert offline.isdisjoint({"note.txt", "copy of 3.txt"})
    assert (said["back"]["removed"], said["back"]["chunks"], said["back"]["unchanged"]) == (0, 0, 17)
    assert said["gone"]["removed"] == 0
    assert [Path(each["path"]).name for each in said["listed"]["files"]] == ["copy of 3.txt", "note.txt"]
