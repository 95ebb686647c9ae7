"""The command line: one module a group of commands; text for people, or JSON for programs."""
