"""Makes resources/topics/stop_words.txt: words that name no topic, in every language that Findling stems.

Function words are of stopwords-iso (MIT); those of Tamil, and those of English beside `analysis.STOP_WORDS`, stand
here: its English list has too many words that do name topics. Names of months and days, and units, are of Unicode's
CLDR (Unicode License).

    uv run --no-project --with stopwordsiso==0.7.1 --with babel==2.19.0 packaging/build_stop_words.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "topics" / "stop_words.txt"

LANGUAGES = (
    *("ar", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu"),
    *("it", "nb", "nl", "pt", "ro", "ru", "sv", "ta", "tr"),
)
UNITS = ("area", "digital", "duration", "energy", "length", "mass", "power", "speed", "temperature", "volume")
"""Kinds of units; those of light, force and the like are called by words that mean other things."""

WORDS_TOO = {"chain", "dot", "dram", "drop", "earth", "furlong", "grain"}
WORDS_TOO |= {"jigger", "light", "night", "pinch", "point", "rod", "solar", "stone"}
"""Units whose names are words of everyday language, by the end or the beginning of Unicode's names for them."""

NAMES_THERE = {"nb": "no"}
"""Languages that stopwords-iso calls otherwise."""

OWN = {
    "en": """
        also although among another anything around away back became become becomes best better came come could done
        either else enough even ever every everything far first five four gave get gets getting give given gives go
        goes going gone good got great hello however instead keep kept know known last later least less let like likely
        little long look looking made make makes making many may maybe might mine moreover much must near need needs
        never nevertheless new next nine nothing often old one others ought part people per perhaps please put quite
        rather really said saw say saying says second see seem seemed seems seen sent seven several shall since six
        something sometimes soon still sure take taken tell ten thanks therefore thing things think third though
        thought three thus till today together told tomorrow took toward towards tried try trying two unless upon us
        use used uses using usually various via want wanted wants way well went whether within without work would year
        years yes yesterday yet
        hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens
        bln bpd cts dlr dlrs mln pct pts stg vs
        com edu org net www http https html txt pdf doc docx file files folder page pages untitled
    """,
    "ta": """
        ஒரு என்று மற்றும் இந்த இது என்ற கொண்டு என்பது பல ஆகும் அல்லது அவர் நான் உள்ள அந்த இவர் என முதல் என்ன இருந்து சில என்
        போன்ற வேண்டும் வந்து இதன் அது அவன் தான் என்னும் மேலும் பின்னர் கொண்ட இருக்கும் தனது உள்ளது போது என்றும் அதன் தன் பிறகு
        அவர்கள் வரை அவள் நீ ஆகிய இருந்தது உள்ளன வந்த இருந்த மிகவும் இங்கு மீது ஓர் இவை பற்றி வரும் வேறு இரு இதில் போல் இப்போது
        அவரது மட்டும் எனும் மேல் பின் இன்னும் அன்று ஒரே மிக அங்கு விட்டு அதை பற்றிய அதிக பேர் இதனால் அவை அதே ஏன் யார் என்பதை
        எல்லாம் மட்டுமே இங்கே அங்கே அதில் நாம் அதற்கு எனவே பிற சிறு மற்ற விட எந்த எனினும் அடுத்த இதனை இதை இதற்கு அதனால் தவிர போல
    """,
}

STOPWORDS_ISO_LICENCE = """The words of function in all languages but English and Tamil are from stopwords-iso
(https://github.com/stopwords-iso/stopwords-iso), under the MIT License, Copyright (c) 2020 Gene Diaz:

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

The names of months, days and units are from Unicode's CLDR:"""

_WORD = re.compile(r"[^\W\d_]{2,}")


def main() -> int:
    """Write the file."""
    import babel
    from babel import Locale
    from stopwordsiso import stopwords

    lines = []
    for language in LANGUAGES:
        words = set(OWN.get(language, "").split())
        if language not in OWN:
            listed = stopwords(NAMES_THERE.get(language, language))
            words |= {word for each in listed for word in _WORD.findall(each.casefold())}
        locale = Locale.parse(language)
        for names in (locale.months, locale.days):
            for context in names.values():
                for width in ("wide", "abbreviated"):
                    words |= {word for name in context[width].values() for word in _WORD.findall(name.casefold())}
        for name, unit in locale._data["unit_patterns"].items():
            if not name.startswith(UNITS) or WORDS_TOO & set(name.split("-")):
                continue
            for width in unit.values():
                for pattern in width.values() if hasattr(width, "values") else ():
                    if isinstance(pattern, str):
                        words |= {word for word in _WORD.findall(pattern.casefold()) if len(pattern.split()) < 3}
        lines.append(f"{language}\t{' '.join(sorted(words))}\n")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("".join(lines), "utf-8")
    unicode = Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode"
    (TARGET.parent / "LICENSE").write_text(f"{STOPWORDS_ISO_LICENCE}\n\n{unicode.read_text('utf-8')}", "utf-8")
    print(f"{sum(len(line.split()) - 1 for line in lines)} words: {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
