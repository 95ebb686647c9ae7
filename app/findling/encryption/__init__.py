"""Key of an encrypted library: in its file, in the system's keyring, and what is written with it."""
