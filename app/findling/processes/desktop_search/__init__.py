"""Search of the desktop: GNOME Shell and KRunner ask over the session bus for shared files."""
