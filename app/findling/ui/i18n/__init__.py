"""The window's languages: translations, formats of figures and dates, names of languages."""
