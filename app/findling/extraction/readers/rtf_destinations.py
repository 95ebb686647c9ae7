"""Destinations of Rich Text (Microsoft's specification 1.9.1): where a group's text goes."""

from __future__ import annotations

from enum import Enum, auto
from types import MappingProxyType


class Destination(Enum):
    """Place that the text of a group goes to."""

    BODY = auto()
    NOTE = auto()
    COMMENT = auto()
    BOX = auto()
    MARGIN = auto()
    NUMBER = auto()
    TITLE = auto()
    SILENT = auto()


_SILENT_WORDS = """
    fonttbl colortbl stylesheet listtable listoverridetable listpicture rsidtbl generator themedata colorschememapping
    latentstyles datastore xmlnstbl mmathPr pgdsctbl filetbl revtbl userprops bkmkstart bkmkend wgrffmtfilter
    fontemb fontfile passwordhash password protusertbl operator author subject manager company category keywords comment
    doccomm hlinkbase creatim revtim printim buptim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor atndate
    atnref atntime atnparent atnicn atrfstart atrfend panose falt fname defchp defpap blipuid background levelnumbers
    leveltext pict nonshppict objdata objclass objname objalias objsect objtime fldinst fldtype datafield docvar
    mailmerge template private pgptbl xe rxe txe tc nonesttables pnseclvl pn pntxta pntxtb shprslt nextfile upr
    bliptag ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl mmathPict mctrlPr sn sv
"""
DESTINATIONS = MappingProxyType(
    dict.fromkeys(map(str.encode, _SILENT_WORDS.split()), Destination.SILENT)
    | dict.fromkeys((b"shptxt", b"dptxbxtext"), Destination.BOX)
    | dict.fromkeys((b"header", b"headerl", b"headerr", b"headerf"), Destination.MARGIN)
    | dict.fromkeys((b"footer", b"footerl", b"footerr", b"footerf"), Destination.MARGIN)
    | dict.fromkeys((b"listtext", b"pntext"), Destination.NUMBER)
    | {b"title": Destination.TITLE, b"footnote": Destination.NOTE, b"annotation": Destination.COMMENT}
)
# Groups that hold others with text, or are shown as they are; and the elements of formulas that hold what is shown,
# while the others whose names begin alike say how it looks (1.9.1, "Math").
_OPEN_WORDS = """
    shp shpinst shpgrp sp do object result field fldrslt info rtf nesttableprops cs ds ts shppict
    moMath moMathPara mmath mr macc mbar mbox mborderBox md meqArr mf mfunc mgroupChr mlimLow mlimUpp mlimlow mlimupp mm
    mmr mnary mphant mrad msPre msub msSubSup msSub msSup me mnum mden mdeg msup mlim mfName
"""
OPEN_DESTINATIONS = frozenset(map(str.encode, _OPEN_WORDS.split()))
