"""Key of an encrypted library: in its file, in the keyring, and what is written with it."""
