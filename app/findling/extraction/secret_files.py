"""Recognition of files with keys or passwords, by where they lie and by what is in them."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
from itertools import islice
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.formats import FileKind, format_of
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.messages.notice import Notice

_HEAD = 65_536
_TEXT = 1_000_000
"""Bytes of a text that are looked at: a chain of certificates before a key has some thousand."""
_LARGEST_SHARE = 0.5
"""Share of a text that is keys, from which it is a key file; a manual that prints one is mostly about it."""
_SHORTEST_BODY = 40
_ROWS = 4

_BY_ENDING = {
    FileMessage.KEY_STORE: (
        *("jks", "jceks", "bks", "keystore", "p12", "pfx", "pkcs12"), *("keychain", "keychain-db", "keyring"),
    ),
    FileMessage.PASSWORD_STORE: ("kdb", "kdbx", "psafe3", "1pux", "agilekeychain", "opvault", "enpassdb"),
    FileMessage.PRIVATE_KEY: ("ppk",),
    FileMessage.BROWSER: ("binarycookies",),
}  # fmt: skip
_ENDINGS = {ending: message for message, endings in _BY_ENDING.items() for ending in endings}

# Folders, wherever a backup has put them, with "/" between their parts and in lower case.
_FOLDERS = (
    (re.compile(r"/(\.?gnupg|private-keys-v1\.d)/"), FileMessage.KEY_STORE),
    (re.compile(r"/library/keychains/"), FileMessage.KEY_STORE),
    (re.compile(r"/(\.?password-store|[^/]+\.(agilekeychain|opvault))/"), FileMessage.PASSWORD_STORE),
    # The profiles of Firefox and its kin, which Mozilla names by eight letters and a name.
    (re.compile(r"/(firefox|librewolf|waterfox|thunderbird)/(profiles/)?[a-z0-9]{8}\.[^/]+/"), FileMessage.BROWSER),
    (
        re.compile(
            r"/(google/chrome( beta| canary)?|google-chrome|chromium|brave-browser|microsoft[ /-]edge|vivaldi"
            r"|opera( stable| software)|com\.operasoftware\.opera|yandex-?browser)(/user data)?"
            r"/(default|profile \d+|guest profile|system profile|local state$|opera stable/)"
        ),
        FileMessage.BROWSER,
    ),
    (re.compile(r"/library/safari/"), FileMessage.BROWSER),
)  # fmt: skip

# Databases of browsers, which programs find by these names.
_DATABASES = frozenset(
    {
        *("key3.db", "key4.db", "cert8.db", "cert9.db", "signons.sqlite", "cookies.sqlite", "places.sqlite"),
        *("formhistory.sqlite", "login data", "login data for account", "cookies", "web data", "history", "cookies.db"),
    }
)
_SQLITE = b"SQLite format 3\0"

_MAGIC = (
    (b"\xfe\xed\xfe\xed\0\0\0", FileMessage.KEY_STORE),  # JKS
    (b"\xce\xce\xce\xce\0\0\0", FileMessage.KEY_STORE),  # JCEKS
    (b"\0\0\0\x01\0\0\0\x14", FileMessage.KEY_STORE),  # BKS: version and length of the salt
    (b"\0\0\0\x02\0\0\0\x14", FileMessage.KEY_STORE),
    (b"kych\0\x01", FileMessage.KEY_STORE),  # keychain of macOS
    (b"GnomeKeyring\n", FileMessage.KEY_STORE),
    (b"KWALLET\n", FileMessage.PASSWORD_STORE),
    (b"\x03\xd9\xa2\x9a", FileMessage.PASSWORD_STORE),  # KeePass, all versions
    (b"PWS3", FileMessage.PASSWORD_STORE),  # Password Safe
    (b"SSH PRIVATE KEY FILE FORMAT 1.1\n", FileMessage.PRIVATE_KEY),
    (b"openssh-key-v1\0", FileMessage.PRIVATE_KEY),
)

# DER (X.690): a sequence's head, of any length that takes up to four bytes.
_SEQUENCE = rb"\x30(?:[\x00-\x7f]|\x81.|\x82..|\x83...)"
_DER = (
    # PKCS#12: version 3, then data of PKCS#7 (RFC 7292, 4).
    (rb"\x02\x01\x03" + _SEQUENCE + rb"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07[\x01\x02]", FileMessage.KEY_STORE),
    # PKCS#8: version 0 or 1, an algorithm, and the key (RFC 5958, 2).
    (rb"\x02\x01[\x00\x01]" + _SEQUENCE + rb"\x06[\x03-\x0b].{3,40}\x04", FileMessage.PRIVATE_KEY),
    # PKCS#8, encrypted by a scheme of PKCS#5 or PKCS#12 (RFC 5958, 3).
    (_SEQUENCE + rb"\x06[\x09\x0a]\x2a\x86\x48\x86\xf7\x0d\x01(?:\x05|\x0c\x01)", FileMessage.PRIVATE_KEY),
    # PKCS#1: version 0, a modulus and an exponent (RFC 8017, A.1.2).
    (rb"\x02\x01[\x00\x01]\x02(?:[\x40-\x7f]|\x81.|\x82..)", FileMessage.PRIVATE_KEY),
    # An elliptic curve's: version 1 and the key (RFC 5915, 3).
    (rb"\x02\x01\x01\x04[\x14-\x42]", FileMessage.PRIVATE_KEY),
)
# OpenPGP: a secret key's packet in the old or the new form, its version, time and algorithm (RFC 9580, 4.2 and 5.5.3).
_PGP = re.compile(
    rb"(?:[\x94\x95\x96].{1,2}|\xc5(?:[\x00-\xbf]|[\xc0-\xdf].|\xff.{4}))[\x03-\x06][\x30-\x70].{3}[\x01-\x1c]",
    re.DOTALL,
)

_BEGIN = re.compile(r"^-----BEGIN ([\w# -]{1,60})-----[ \t]*\r?$", re.MULTILINE)
_SECRET_LABEL = re.compile(r"(?:.* )?PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V\d|OpenVPN tls-crypt-v2 \w+ key")
_FIRST_LINES = re.compile(
    r"PuTTY-User-Key-File-\d+:|---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----|untrusted comment: .*secret key"
    r"|(?:# (?:public key|created): .*\n(?:#.*\n)*)?AGE-SECRET-KEY-1"
)  # fmt: skip
_CONTAINER_LINES = re.compile(r"-----BEGIN |Bag Attributes|Key Attributes|\s*Private-Key: |RSA Private-Key:")
_JSON_KEY = re.compile(r'"[\w-]*"\s*:\s*"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----')
_JWK = re.compile(r'\A[\s\[{"\w:,]*"kty"\s*:\s*"(?:RSA|EC|OKP)"')
_JWK_SECRET = re.compile(r'"d"\s*:\s*"[A-Za-z0-9_-]{30,}"')
_WIREGUARD = re.compile(r"^\s*PrivateKey\s*=\s*[A-Za-z0-9+/]{43}=\s*$", re.MULTILINE)
_VPN_KEY = re.compile(r"^<(key|pkcs12|tls-auth|tls-crypt|tls-crypt-v2|secret|auth-user-pass)>\s*$", re.MULTILINE)
_AMAZON = re.compile(r"^\s*aws_secret_access_key\s*=\s*\S", re.MULTILINE | re.IGNORECASE)
_NETRC = re.compile(r"^\s*machine\s+\S+(?:\s+(?:login|account)\s+\S+)*\s+password\s+\S+", re.MULTILINE)

_SHOWN = "example|sample|template|dist|md|txt"
_ENVIRONMENT_NAME = re.compile(rf"(?!{_SHOWN})(?:.*\.)?env(?:\.(?!{_SHOWN})[\w-]+)?", re.IGNORECASE)
_TABLES = (*format_of(FileKind.CSV).suffixes, *format_of(FileKind.TSV).suffixes)
_ASSIGNMENT = re.compile(r"(?:export\s+)?[A-Za-z_][\w.]*\s*=.*")

_PASSWORDS = """
password passwords passwd pwd pass loginpassword kennwort passwort motdepasse contraseña contrasena senha wachtwoord
parola hasło haslo salasana lösenord losenord пароль 密码 パスワード סיסמה
"""
_ACCOUNTS = """
url uri urls website websites webaddress site websiteurl loginuri loginurl hostname username user login loginname
loginusername account email emailaddress benutzername benutzer anmeldename konto webseite identifiant usuario utente
gebruikersnaam
"""
_PASSWORD_COLUMNS, _ACCOUNT_COLUMNS = frozenset(_PASSWORDS.split()), frozenset(_ACCOUNTS.split())


def refuse_secret_place(path: bytes) -> None:
    """Refuse a file of keys or passwords by its ending or its folders, without opening it.

    Raises:
        ExtractionError: `SECRET`, with what it is.
    """
    where = os.fsdecode(path).replace(os.sep, "/").lower()
    for folder, message in _FOLDERS:
        if folder.search(where):
            _refuse(message())
    name = where.rpartition("/")[2]
    if "." in name and (kind := _ENDINGS.get(name.rpartition(".")[2])) is not None:
        _refuse(kind())


def refuse_secret_content(data: bytes, name: str) -> None:
    """Refuse a file whose bytes are keys or passwords.

    A certificate, a public key, and a text that speaks of passwords or prints a key are none.

    Raises:
        ExtractionError: `SECRET`, with what it is.
    """
    if (kind := _find_binary(data[:_HEAD], name) or _find_text(data[:_TEXT], name)) is not None:
        _refuse(kind)


def _refuse(kind: Notice) -> None:
    raise ExtractionError(Reason.SECRET, kind)


def _find_binary(head: bytes, name: str) -> Notice | None:
    for magic, message in _MAGIC:
        if head.startswith(magic):
            return message()
    if head.startswith(_SQLITE):
        return FileMessage.BROWSER() if name.lower() in _DATABASES else None
    for content, message in _DER:
        if re.match(_SEQUENCE + content, head, re.DOTALL):
            return message()
    return FileMessage.PRIVATE_KEY() if _PGP.match(head) else None


def _find_text(data: bytes, name: str) -> Notice | None:
    text = _decode(data)
    if not text:
        return None
    if _holds_keys(text):
        return FileMessage.PRIVATE_KEY()
    if _VPN_KEY.search(text) and ("client" in text or "remote" in text):
        return FileMessage.VPN_KEYS()
    if _WIREGUARD.search(text) and "[Interface]" in text:
        return FileMessage.VPN_KEYS()
    if _AMAZON.search(text) and _is_assignments(text):
        return FileMessage.CREDENTIALS()
    if name.lower().lstrip("._") == "netrc" and _NETRC.search(text):
        return FileMessage.CREDENTIALS()
    if _ENVIRONMENT_NAME.fullmatch(name) and _is_assignments(text):
        return FileMessage.CREDENTIALS()
    return _find_export(text, name)


def _decode(data: bytes) -> str:
    """Return a text's characters as far as its structure needs them; "" for what is no text."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    if b"\0" in data[:1024]:
        return ""
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def _holds_keys(text: str) -> bool:
    """Return whether a text is keys, first or for the most part."""
    begin = text.lstrip()
    if _FIRST_LINES.match(begin):
        return True
    if _JWK.match(begin) and _JWK_SECRET.search(begin[:20_000]):
        return True
    if "PRIVATE KEY" not in text and "OpenVPN" not in text:
        return False
    if begin.startswith(("{", "[")) and _JSON_KEY.search(begin):
        return True
    blocks = list(_list_blocks(text))
    keys = sum(end - start for label, start, end in blocks if _SECRET_LABEL.fullmatch(label))
    if not keys:
        return False
    # Certificates beside the keys are no words about them.
    others = sum(end - start for _, start, end in blocks) - keys
    return bool(_CONTAINER_LINES.match(begin)) or keys >= _LARGEST_SHARE * (len(text.strip()) - others)


def _list_blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each whole PEM block's label, start and end (RFC 7468), in linear time."""
    at = 0
    while (begin := _BEGIN.search(text, at)) is not None:
        closing = f"-----END {begin.group(1)}-----"
        found = text.find(closing, begin.end())
        if found < 0:
            return
        at = found + len(closing)
        if found - begin.end() >= _SHORTEST_BODY:
            yield begin.group(1), begin.start(), at


def _is_assignments(text: str) -> bool:
    """Return whether most lines that are no comments give something a value."""
    lines = [line.strip() for line in text.splitlines()[:2_000]]
    lines = [line for line in lines if line and not line.startswith(("#", ";", "["))]
    return bool(lines) and sum(bool(_ASSIGNMENT.fullmatch(line)) for line in lines) > len(lines) / 2


def _find_export(text: str, name: str) -> Notice | None:
    """Recognise exports of password managers and browsers, by tables' headers or by fields."""
    begin = text.lstrip()[:20_000]
    if begin.startswith(("{", "[")):
        if name.lower() == "logins.json" and '"encryptedPassword"' in text:
            return FileMessage.BROWSER()
        if '"os_crypt"' in text and '"encrypted_key"' in text:
            return FileMessage.BROWSER()
        is_export = re.search(r'"login(?:Data|s)?"\s*:\s*[{\[]', begin) and re.search(r'"password"\s*:', begin)
        return FileMessage.PASSWORD_LIST() if is_export and re.search(r'"(?:items|logins|vaults)"', begin) else None
    if begin.startswith("<"):
        is_keepass = re.search(r"<KeePassFile|<pwlist|<database>.*<entry>.*<password>", begin, re.DOTALL)
        return FileMessage.PASSWORD_LIST() if is_keepass else None
    return FileMessage.PASSWORD_LIST() if _is_password_table(begin, is_table=name.lower().endswith(_TABLES)) else None


def _is_password_table(begin: str, *, is_table: bool) -> bool:
    """Return whether a table's header has passwords beside addresses or accounts.

    What is no table by its name has to be one by its lines: prose has commas as well.
    """
    lines = [line for line in islice(io.StringIO(begin), _ROWS) if line.strip() and not line.startswith("sep=")]
    if len(lines) < 2:
        return False
    for delimiter in ",;\t|":
        try:
            columns, *rows = csv.reader(lines, delimiter=delimiter)
        except (csv.Error, ValueError):
            continue
        names = {re.sub(r"[\W_]+", "", column).casefold() for column in columns}
        if not (names & _PASSWORD_COLUMNS and names & _ACCOUNT_COLUMNS):
            continue
        is_even = len(rows) > 1 and {len(row) for row in rows} == {len(columns)}
        if is_table or (is_even and not any(column.startswith(" ") for column in columns)):
            return True
    return False
