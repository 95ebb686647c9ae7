"""Audits that check, beside the readers, whether all of a file was read."""
