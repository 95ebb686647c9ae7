"""The library equals one made from scratch after any changes of files."""

from __future__ import annotations

import os
import random

import pytest

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Mode
from restlessuser import WORDS, RestlessUser
from workspace import INDEXED, Workspace

EMPTY = (FileStatus.SKIPPED, Reason.EMPTY)
STEPS = 5
CHANGES = 8


@pytest.mark.parametrize("seed", range(2))
def test_the_library_says_what_is_on_the_disk(tmp_path, seed):
    workspace = Workspace.at(tmp_path / "followed")
    user = RestlessUser(workspace.folder, random.Random(seed))
    workspace.write("never touched.md", "This one stays, so that the folder is never empty: marzipan.")
    seen: set[str] = set()
    for _ in range(STEPS):
        for _ in range(CHANGES):
            user.act()
        texts = {os.path.relpath(path, workspace.folder): path.read_text() for path in user.files()}
        summary = workspace.index()
        assert (summary.found, summary.pending) == (len(texts) + 1, 0)
        files = workspace.files()
        assert files.pop("never touched.md") == INDEXED
        assert files == {name: INDEXED if text else EMPTY for name, text in texts.items()}
        contents = {name: text for name, (text, _) in workspace.contents().items() if name in texts}
        assert contents == {name: text for name, text in texts.items() if text}
        new = {text for text in texts.values() if text} - seen
        assert summary.chunks <= len(new) + 1
        # Content that went and came back is read again, content that stayed is not.
        seen = {text for text in texts.values() if text}
    scratch = Workspace(workspace.folder, Workspace.at(tmp_path / "scratch").paths)
    scratch.index()
    assert workspace.files() == scratch.files()
    assert workspace.contents() == scratch.contents()
    modes = (Mode.WORDS, Mode.MEANING)
    mine, theirs = (library.search_all(WORDS, modes, limit=99) for library in (workspace, scratch))
    assert {asked: sorted(found) for asked, found in mine.items()} == {
        asked: sorted(found) for asked, found in theirs.items()
    }
