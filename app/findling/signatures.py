"""Regular expressions by which texts begin that are told by their content."""

from __future__ import annotations

# A field of RFC 5322, 2.2, with its folded lines; fields that tell a mail, and those that it got on its way.
_FIELD = rb"(?:[!-9;-~]+[ \t]*:[^\r\n]*\r?\n(?:[ \t]+[^\r\n]*\r?\n)*+)"
# What may stand before the first field: Apple's count of bytes, or the envelope of a mailbox.
_FRAME = rb"\s*(?:\d+[ \t]*\r?\n|>?From [^\r\n]*\r?\n)?"
_ORIGIN = rb"(?i:from|sender|return-path|received|delivered-to|envelope-to|x-original-to|message-id|resent-from)"
_COMMON = rb"(?i:date|subject|to|cc|message-id|mime-version|received|reply-to)"
_TRAVEL = rb"(?i:return-path|received|delivered-to|envelope-to|x-original-to|message-id|mime-version|dkim-signature)"

# A saved page (RFC 2557), and what a signed mail wraps (RFC 8551, 3.1): they come from nobody.
_ENTITY = (rb"(?i:" + _FIELD + rb"{0,20}?content-type[ \t]*:[ \t]*(?:multipart|text|message)/[^\r\n]*\r?\n") + (
    rb"(?:[ \t]+[^\r\n]*\r?\n)*+" + _FIELD + rb"*+\r?\n)"
)

MAIL = (rb"(?:" + _FRAME + rb"(?=" + _FIELD + rb"*?" + _ORIGIN + rb"[ \t]*:)") + (
    rb"(?=" + _FIELD + rb"*?" + _COMMON + rb"[ \t]*:)" + _FIELD + rb"{2}|" + _ENTITY + rb")"
)
SENT_MAIL = (
    _FRAME
    + (rb"(?=" + _FIELD + rb"*?" + _TRAVEL + rb"[ \t]*:)")
    + (rb"(?=" + _FIELD + rb"*?(?i:from)[ \t]*:)" + _FIELD + rb"{3}")
)
"""A mail that came from a server, not a note that begins as mails do."""

MAILBOX = rb"(?:\x01{4}\r?\n[\w-]+:|(?:\x01{4}\r?\n)?From \S+.*\d\d:\d\d.*\d{4}.*\r?\n>?[\w-]+:)"
CONTACT = rb"(?i)\s*BEGIN:VCARD\s"
CALENDAR = rb"(?i)\s*BEGIN:VCALENDAR\s"

# ISO/IEC 23008-12, 10.2 and annex B: the brand of pictures in HEVC, or among those that a file is compatible with.
HEIF = rb"(?s:.{4})ftyp(?:he[iv][cxms]|m[is]f1(?s:.{4})(?s:.{4}){0,8}?he[iv][cxms])"
"""A picture of the container that many phones write, in HEVC."""

PICTURE = (
    rb"\A(?:\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF(?s:.{4})WEBP"
    # BITMAPFILEHEADER: the length of the file, four bytes of zeros.
    rb"|BM(?s:.{4})\0{4}|" + HEIF + rb")"
)
"""A picture in one of the formats that are shown: PNG, JPEG, GIF, TIFF, WebP, BMP and HEIC."""


SPREADSHEET_XML = (
    rb"\s*(?:<\?xml[^>]*>\s*)?(?s:(?>(?:<!--.*?-->|<\?[^>]*>)\s*)*+)"
    rb"<(?:\w+:)?Workbook\b[^>]*\burn:schemas-microsoft-com:office:spreadsheet\b"
)
"""A workbook in one XML document, as Excel 2003 wrote them."""

WORKBOOK_RECORDS = rb"\A\x09(?:\0\x04|[\x02\x04]\x06|\x08[\x08\x10])\0"
"""A workbook without a container: the record of each version of Excel, and its length."""

FRAGMENT = (
    rb"(?is)\s*(?:(?><!--.*?-->)\s*)*+<(?:table|thead|tbody|tr|style|meta|link|title|font|div|span|center|p|b|h[1-6]"
    rb"|base|script|ul|ol|section)\b[^<>]*>"
)
"""A page that lacks its beginning, as programs export tables under the names of Office."""


def flat_opendocument(family: bytes) -> bytes:
    """Return the pattern of a one-part OpenDocument's beginning (version 1.3, part 3, 3.1.2)."""
    # Atomic: else each comment could end at the end of any later one, in twice as many ways with each comment more.
    return (
        rb"\s*(?:<\?xml[^>]*>\s*)?(?s:(?><!--.*?-->)\s*)*+<(?:\w+:)?document\b[^>]*?\bmimetype\s*=\s*"
        rb"[\"']application/vnd\.oasis\.opendocument\." + family + rb"\b"
    )
