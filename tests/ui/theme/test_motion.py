"""Nothing moves where the system asks for stillness."""

from __future__ import annotations

import sys

import pytest

from findling.ui.theme.motion import prefers_reduced_motion

pytestmark = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="settings that lie in files of the home")


@pytest.mark.parametrize(
    ("name", "content", "still"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
    ],
)
def test_the_desktops_settings_are_followed(tmp_path, monkeypatch, name, content, still):
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    path = tmp_path / ".config" / name
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert prefers_reduced_motion(tmp_path) is still


def test_without_settings_things_may_move(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CURRENT_DESKTOP", raising=False)
    assert not prefers_reduced_motion(tmp_path)
