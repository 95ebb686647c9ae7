"""The parser process: opens untrusted files in confinement."""
