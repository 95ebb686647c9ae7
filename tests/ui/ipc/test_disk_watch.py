"""Places on the disk that are watched."""

from __future__ import annotations

from findling.ui.ipc.disk_watch import DiskWatch


def test_a_folder_is_noticed_when_it_comes_and_with_all_that_comes_into_it(qtbot, tmp_path):
    folder = tmp_path / "data" / "models"
    watch = DiskWatch(folder, rest_ms=20)
    with qtbot.waitSignal(watch.changed):
        folder.mkdir(parents=True)
    with qtbot.waitSignal(watch.changed):
        (folder / "large").mkdir()
    with qtbot.waitSignal(watch.changed):
        (folder / "large").rmdir()


def test_a_file_is_noticed_when_it_is_written_and_when_another_takes_its_place(qtbot, tmp_path):
    file = tmp_path / "settings.toml"
    watch = DiskWatch(file, rest_ms=20)
    for text in ("one", "two"):
        with qtbot.waitSignal(watch.changed):
            file.write_text(text, "utf-8")
    aside = tmp_path / "aside"
    with qtbot.waitSignal(watch.changed):
        aside.write_text("three", "utf-8")
        aside.replace(file)
    with qtbot.waitSignal(watch.changed):
        file.write_text("four", "utf-8")
