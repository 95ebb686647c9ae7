"""Search of the desktop: GNOME Shell and KRunner ask for what is shared, over the session bus."""
