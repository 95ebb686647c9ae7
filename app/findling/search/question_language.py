"""Recognition of a question's language by its script, its letters and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from types import MappingProxyType

from findling.index.lexical.analysis import STOP_WORDS

UNKNOWN_LANGUAGE = "und"

# Words that are frequent in a language and say nothing of a subject; without accents that keyboards leave out.
_FUNCTION_WORDS = MappingProxyType(
    {
        "de": "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden"
        " wurde hat haben hatte ich du er sie es wir ihr mein meine meinen meinem meiner meines dein unser unsere von"
        " vom zu zum zur mit für fuer auf aus bei beim nach über unter vor durch gegen ohne um im am an in als wie was"
        " wer wo wann warum welche welcher welches welchen welchem nicht kein keine auch noch nur man sich gibt kann"
        " muss dass wenn weil bis seit zwischen diese dieser dieses",
        "fr": "le la les l' un une des du de d' et ou où est sont était être a à au aux avec pour par sur sous dans en"
        " entre chez sans ce cet cette ces mon ma mes ton ta son sa ses notre nos votre vos leur leurs je tu il elle"
        " nous vous ils elles on qui que qu' quoi quel quelle quels quelles comment pourquoi quand combien ne pas plus"
        " ont avait avons avez ai y se si c' j' n' s' m' t'",
        "es": "el la los las un una unos unas de del y o es son era está están fue ser con para por en sobre sin entre"
        " desde hasta a al mi mis tu tus su sus nuestro nuestra lo le les me te se que qué quién quiénes cuál cuáles"
        " cómo como cuándo cuando dónde donde porque cuánto cuánta cuántos hay no muy más pero si este esta estos ese",
        "it": "il lo la l' d' i gli le un uno una di del dello della dei degli delle dell' e ed o è sono era essere"
        " con per da dal dalla dai in nel nella nei nelle su sul sulla tra fra a al allo alla ai agli alle all' mio"
        " mia miei mie tuo tua suo sua suoi nostro nostra si che chi cosa come quando dove perché perche quale quali"
        " quanto quanti ha hanno ho ci non più anche questo questa questi",
        "pt": "o a os as um uma uns umas de do da dos das e ou é são era foi está estão ser com para por pelo pela em"
        " no na nos nas sobre sem entre até ao à aos meu minha meus minhas seu sua seus suas nosso nossa que quem qual"
        " quais como quando onde porque quanto quantos há não nao mais mas se este esta isso",
        "nl": "de het een van en of is zijn was waren wordt worden met voor op uit bij naar over onder door tegen"
        " zonder om in aan te tot tussen ik je jij hij zij wij we jullie mijn jouw ons onze hun dat die dit deze wat"
        " wie waar wanneer waarom hoe welke niet geen ook nog heeft hebben had kan moet er als dan maar",
        "sv": "den det en ett och eller är var vara med för på av till från om under över mellan utan i vid hos jag"
        " du han hon vi ni min mitt mina din ditt sin sitt vår vårt som vad vem vilka vilken vilket hur när varför"
        " inte har hade kan ska att men också detta dessa",
        "da": "den det en et og eller er var være med for på af til fra om under over mellem uden i ved hos jeg du"
        " han hun vi min mit mine din dit sin sit vores som hvad hvem hvilke hvilken hvilket hvordan hvornår hvorfor"
        " hvor ikke har havde kan skal at men også dette disse",
        "no": "den det en et ei og eller er var være med for på av til fra om under over mellom uten i ved hos jeg"
        " du han hun vi min mitt mine din ditt sin sitt vår vårt som hva hvem hvilke hvilken hvilket hvordan når"
        " hvorfor hvor ikke har hadde kan skal å men også dette disse",
        "fi": "ja tai on ovat oli olivat ei en se ne tämä nämä että jos kun kuin mikä mitä mitkä missä mistä mihin"
        " kuka ketkä miten miksi milloin kuinka minun sinun hänen meidän teidän heidän minä sinä hän me te he kanssa"
        " ilman ennen jälkeen alla mutta myös vain oliko onko sekä",
        "pl": "i oraz lub albo jest są był była było być z ze do od dla na w we o po za przez przy nad pod bez między"
        " u się nie mój moja moje moim mojej twój jego jej nasz nasza ich ja ty on ona my wy oni co kto kogo gdzie"
        " kiedy dlaczego jak jaki jaka jakie który która które czy ile to ten ta te tego tej że ale już tylko",
        "cs": "a i nebo je jsou byl byla bylo být s se si z ze do od pro na v ve o po za přes při nad pod bez mezi u"
        " ne můj moje mého tvůj jeho její náš naše jejich já ty on ona my vy oni co kdo kde kdy proč jak jaký jaká"
        " jaké který která které zda kolik to ten ta tento že ale už jen",
        "ro": "un o unui unei și şi sau este sunt era fost fi cu pentru pe de din la în între fără până al a ai ale"
        " meu mea mei mele tău ta său sa lui ei nostru noastră eu tu el ea noi voi ce cine care cum când unde cât câte"
        " nu mai să se dar dacă acest această",
        "hu": "a az egy és vagy van vannak volt voltak nem is hogy ha mint mi mit ki kit kik hol hova honnan mikor"
        " miért hogyan melyik mennyi hány én te ő mi ti ők ez ezt azt ezek meg csak de már még a szerint után előtt"
        " között nélkül",
        "tr": "ve veya ya da bir bu şu o ile için icin gibi kadar sonra önce göre ne nedir kim kimin nerede nereye"
        " nasıl neden niçin hangi kaç benim senin onun bizim ben sen biz siz onlar var yok mı mi mu mü değil çok daha"
        " olan ama her",
        "ca": "el la l' d' els les un una uns unes de del dels i o és són era amb per per a en sobre sense entre al als"
        " meu meva seu seva que què qui quin quina com quan on perquè quant no més però si aquest aquesta hi ha",
        "id": "yang dan di ke dari untuk dengan pada adalah ini itu tidak atau saya kami kita mereka apa siapa mana"
        " kapan mengapa bagaimana berapa dalam oleh akan sudah juga",
        "vi": "và của là có không cho với trong ở từ đến những các một này đó tôi bạn ai gì nào đâu sao khi được về",
        "ru": "и в во не на я с со что а по к ко у из за от до о об для это как кто где когда почему какой какая какие"
        " который которая мой моя моё мои моём его её их наш мы вы они он она был была было были есть ли или но",
        "uk": "і й та в у не на я з із зі що а по до від за про для це як хто де коли чому який яка які мій моя моє"
        " мої його її їх наш ми ви вони він вона був була було були є чи або але",
        "bg": "и в във не на аз с със че а по към у из за от до о това как кой коя кое кои къде кога защо какво какъв"
        " моя моят моето мои неговия нейния ние вие те той тя беше са съм е ли или но се да",
        "ar": "في من على إلى عن مع هذا هذه التي الذي ما ماذا من متى أين كيف لماذا هل أو و لا",
        "fa": "در از به با برای که این آن است بود را چه چرا کجا کی چگونه چطور یا و من ما شما",
        "ur": "میں سے کا کی کے کو ہے ہیں تھا اور یہ وہ کیا کیوں کہاں کب کیسے یا نہیں پر",
        "hi": "में से का की के को है हैं था थी और यह वह क्या क्यों कहाँ कहां कब कैसे या नहीं पर मेरा मेरी मेरे ने",
    }
)  # fmt: skip

# What the index keeps of English function words, and words of English that are function words elsewhere.
_MORE_ENGLISH = (
    "a i us may might must shall without within per via one two many much any every since yet whose"
    " bin come dam den die fur hat kit los man men mint pod pour sin son ten van war"
)
# Particles of names, which an English question may hold.
_NAMES = "la le el los las de di da del van der von den san al il du des les"

_LETTERS = MappingProxyType(
    {
        "ß": "de", "ä": "de sv fi", "ö": "de sv fi tr hu", "ü": "de tr hu", "ñ": "es", "¿": "es", "¡": "es",
        "ł": "pl", "ż": "pl", "ą": "pl", "ę": "pl", "ś": "pl", "ź": "pl", "ć": "pl", "ř": "cs", "ě": "cs", "ů": "cs",
        "ő": "hu", "ű": "hu", "ğ": "tr", "ı": "tr", "ş": "tr ro", "ţ": "ro", "ț": "ro", "ș": "ro", "ă": "ro vi",
        "ã": "pt", "õ": "pt", "œ": "fr", "ê": "fr pt vi", "è": "fr it ca", "ù": "fr it", "ì": "it", "ò": "it ca",
        "ç": "fr pt tr ca", "ó": "es pt ca pl hu cs", "í": "es pt ca cs hu", "ú": "es pt ca cs hu", "á": "es pt cs hu",
        "ø": "da no", "æ": "da no", "å": "sv da no", "đ": "vi", "ư": "vi", "ơ": "vi",
        "і": "uk", "ї": "uk", "є": "uk", "ґ": "uk", "ы": "ru", "э": "ru", "ё": "ru",
        "ے": "ur", "ٹ": "ur", "ڈ": "ur", "ں": "ur", "پ": "fa ur", "گ": "fa ur",
    }
)  # fmt: skip
"""Letters of one language, or of a few, among those above."""

_ENDINGS = MappingProxyType(
    {
        "de": ("ung", "ungen", "keit", "heit", "schaft"), "es": ("ión", "iones"), "it": ("zione", "zioni", "ità"),
        "pt": ("ção", "ções"), "nl": ("heid", "ingen"), "sv": ("ningen", "ningar"), "fi": ("ssa", "ssä", "sta", "stä"),
    }
)  # fmt: skip
"""Endings of long words that no other language of the table has."""

_SCRIPTS = (
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u3040-\u30ff\u4e00-\u9fff]"),
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("he", "[\u0590-\u05ff]"),
    ("hy", "[\u0530-\u058f]"),
    ("ka", "[\u10a0-\u10ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("lo", "[\u0e80-\u0eff]"),
    ("my", "[\u1000-\u109f]"),
    ("km", "[\u1780-\u17ff]"),
    ("bn", "[\u0980-\u09ff]"),
    ("gu", "[\u0a80-\u0aff]"),
    ("ta", "[\u0b80-\u0bff]"),
    ("te", "[\u0c00-\u0c7f]"),
    ("kn", "[\u0c80-\u0cff]"),
    ("ml", "[\u0d00-\u0d7f]"),
    ("si", "[\u0d80-\u0dff]"),
)
"""Scripts that one language alone writes, but for Chinese characters, which Japanese has beside its own."""

_KANA = "[\u3040-\u30ff]"

_WORD = re.compile(r"[^\W\d_]+'?")
# The ends of English contractions, and letters that stand for something, as in "T-shirt".
_NO_WORD = re.compile(r"(?<=\w)'(?:s|t|d|ll|m|re|ve)\b|\b[^\W\d_]-(?=\w)")
_LONGEST = 400
_SCRIPT_SHARE = 0.5
_LONG_WORD = 7
_ENDING = 1.0
_LETTER = 0.0
_NAME_VOTE = 0.5
_LEAST = 1.2
_LEAD = 0.6


@cache
def _weigh_words() -> dict[str, dict[str, float]]:
    """Return each function word's votes: one for each of its languages, one divided among them.

    So "de la" says little of one language, and "de l'... en" much, as only French has all three.
    """
    languages: dict[str, list[str]] = {}
    english = {"en": " ".join((*(each for each in STOP_WORDS if len(each) > 1), _MORE_ENGLISH))}
    for language, words in (english | _FUNCTION_WORDS).items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    names = frozenset(_NAMES.split())
    return {
        word: dict.fromkeys(held, _NAME_VOTE if word in names else 1 + 1 / len(held))
        for word, held in languages.items()
    }


def is_function_word(word: str) -> bool:
    """Return whether any of the languages has this function word, in lower case."""
    return word in _weigh_words()


def recognise(text: str) -> str:
    """Return the ISO 639-1 code of a question's language; "und" where it is not clear.

    A script of one language decides. Else each function word, and each letter or ending of few languages, votes for
    the languages that have it; one that leads clearly is taken.
    """
    text = _NO_WORD.sub("", text[:_LONGEST].lower().replace("’", "'"))
    words = dict.fromkeys(_WORD.findall(text))
    if language := _find_script(text, sum(map(len, words))):
        return language
    votes: Counter[str] = Counter()
    weights = _weigh_words()
    for word in words:
        votes.update(weights.get(word) or weights.get(word.rstrip("'"), {}))
        if len(word) >= _LONG_WORD:
            votes.update({language: _ENDING for language, endings in _ENDINGS.items() if word.endswith(endings)})
    for letter in _LETTERS.keys() & set(text):
        languages = _LETTERS[letter].split()
        votes.update(dict.fromkeys(languages, _LETTER + 1 / len(languages)))
    (best, most), (_, second) = (votes.most_common(2) + [(UNKNOWN_LANGUAGE, 0.0)] * 2)[:2]
    return best if most >= _LEAST and most - second >= _LEAD else UNKNOWN_LANGUAGE


def _find_script(text: str, letters: int) -> str:
    """Return the language of the script of half the letters; "" if none, or many write it."""
    if text.isascii():
        return ""
    for language, script in _SCRIPTS:
        if letters and len(re.findall(script, text)) >= _SCRIPT_SHARE * letters:
            return "ja" if language == "zh" and re.search(_KANA, text) else language
    return ""
