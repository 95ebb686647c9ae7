"""How the window speaks to the processes that do the slow work."""
