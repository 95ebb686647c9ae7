"""Names of languages in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

_LANGUAGES = """
Afrikaans, Albanian, Amharic, Arabic, Armenian, Assamese, Azerbaijani, Bangla, Basque, Belarusian, Bosnian,
Breton, Bulgarian, Burmese, Catalan, Chinese, Croatian, Czech, Danish, Dutch, English, Esperanto, Estonian,
Filipino, Finnish, French, Galician, Georgian, German, Greek, Gujarati, Hausa, Hebrew, Hindi, Hungarian,
Icelandic, Indonesian, Irish, Italian, Japanese, Javanese, Kannada, Kazakh, Khmer, Korean, Kurdish, Kyrgyz,
Lao, Latin, Latvian, Lithuanian, Macedonian, Malagasy, Malay, Malayalam, Marathi, Mongolian, Nepali,
Norwegian Bokmål, Odia, Oromo, Pashto, Persian, Polish, Portuguese, Punjabi, Romanian, Russian, Sanskrit,
Scottish Gaelic, Serbian, Sindhi, Sinhala, Slovak, Slovenian, Somali, Spanish, Sundanese, Swahili, Swedish,
Tamil, Telugu, Thai, Turkish, Ukrainian, Urdu, Uyghur, Uzbek, Vietnamese, Welsh, Western Frisian, Xhosa,
Yiddish
"""

NAMED = tuple(each.strip() for each in _LANGUAGES.split(","))
"""Qt's names of those that models know; Qt itself has them in English, and in no other language than their own."""


def name_language(code: str) -> str:
    """Return the name of a language, or its code if it has none."""
    known = QLocale.codeToLanguage(code)
    if known is QLocale.Language.AnyLanguage:
        return code
    return QCoreApplication.translate("Languages", QLocale.languageToString(known))
