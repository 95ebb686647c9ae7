"""Translations, number and date formats, names of languages."""
