"""Files that hold keys or passwords are told from those that look like them; all are made here, none is in use."""

from __future__ import annotations

import base64
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.secret_files import refuse_secret_content, refuse_secret_place

# Seeded, for the texts are in the names of the tests.
CHANCE = random.Random(14)
BODY = "\n".join(base64.b64encode(CHANCE.randbytes(48)).decode() for _ in range(12))
KEY = f"-----BEGIN PRIVATE KEY-----\n{BODY}\n-----END PRIVATE KEY-----\n"
RSA = f"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n{BODY}\n-----END RSA PRIVATE KEY-----\n"
CERTIFICATE = f"-----BEGIN CERTIFICATE-----\n{BODY}\n-----END CERTIFICATE-----\n"
STATIC = f"-----BEGIN OpenVPN Static key V1-----\n{'01234567' * 9}\n-----END OpenVPN Static key V1-----\n"
VPN = "client\nremote vpn.example.org 1194\nproto udp\n"
LETTER = "Dear Ada, the password policy of the house has changed. " * 20
WIREGUARD = f"[Interface]\nPrivateKey = {base64.b64encode(CHANCE.randbytes(32)).decode()}\nAddress = 10.0.0.2/32\n"


def content_is_secret(data: bytes | str, name: str = "a.txt") -> bool:
    return is_refused(lambda: refuse_secret_content(data.encode() if isinstance(data, str) else data, name))


def place_is_secret(path: str) -> bool:
    return is_refused(lambda: refuse_secret_place(os.fsencode(path)))


def is_refused(look: Callable[[], None]) -> bool:
    try:
        look()
    except ExtractionError as error:
        refusal = error
    else:
        return False
    assert (refusal.reason, refusal.detail is None) == (Reason.SECRET, False)
    return True


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        RSA,
        KEY.replace("PRIVATE", "ENCRYPTED PRIVATE"),
        KEY.replace("PRIVATE", "OPENSSH PRIVATE"),
        KEY.replace("PRIVATE KEY", "PGP PRIVATE KEY BLOCK"),
        KEY.replace("\n", "\r\n"),
        f"\ufeff\n{KEY}",
        CERTIFICATE * 3 + KEY,
        f"# the key of the web server\n{KEY}",
        f"Bag Attributes\n    localKeyID: 01\n{KEY}Bag Attributes\n{CERTIFICATE}",
        f"Private-Key: (2048 bit, 2 primes)\nmodulus:\n    00:ab\n{KEY}",
        f"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 2\n{BODY}",
        f"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n{BODY}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----",
        "# created: 2024-01-01T00:00:00Z\n# public key: age1xyz\nAGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQQ\n",
        "untrusted comment: minisign encrypted secret key\nRWRTY0IyAAAAAAAAAAAAAA==\n",
        '{"type": "service_account", "private_key": "' + KEY.replace("\n", "\\n") + '"}',
        '{"kty":"EC","crv":"P-256","x":"' + "a" * 43 + '","d":"' + "b" * 43 + '"}',
        '{"keys":[{"kty":"RSA","n":"' + "a" * 342 + '","d":"' + "b" * 342 + '"}]}',
        f"{VPN}<ca>\n{CERTIFICATE * 5}</ca>\n<key>\n{KEY}</key>\n",
        f"{VPN}<tls-auth>\n{STATIC}</tls-auth>\n",
        STATIC,
        f"#\n# 2048 bit OpenVPN static key\n#\n{STATIC}",
        WIREGUARD,
        "[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = abc/def+ghi\n",
        '{"encrypted":false,"folders":[],"items":[{"type":1,"name":"a","login":{"username":"ada","password":"x"}}]}',
        '<?xml version="1.0" encoding="utf-8"?>\n<KeePassFile>\n<Root><Group/></Root></KeePassFile>',
        "url,username,password,totp,extra,name,grouping,fav\nhttps://a.example,ada,x,,,a,,0\nhttps://b.example,ada,x,,,b,,0\n",
    ],
)
def test_keys_and_passwords_are_recognised_whatever_the_files_name(text: str):
    assert content_is_secret(text, "notes")
    assert content_is_secret(text.encode("utf-16"), "notes.txt") or text.startswith("\ufeff")


@pytest.mark.parametrize(
    "header",
    [
        "name,url,username,password,note",
        '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated"',
        "Title,URL,Username,Password,Notes,OTPAuth",
        '"Account","Login Name","Password","Web Site","Comments"',
        "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp",
        "username,username2,username3,title,password,note,url,category,otpSecret",
        "Titel;Benutzername;Passwort;Webseite",
    ],
)
def test_exported_passwords_are_recognised_by_their_header(header: str):
    row = header.replace('"', "").replace("password", "x")
    assert content_is_secret(f"{header}\n{row}\n", "export.csv")
    assert not content_is_secret(
        f"{header.replace('assword', 'hone').replace('asswort', 'reis')}\n{row}\n", "export.csv"
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LETTER, "letter about passwords.txt"),
        (CERTIFICATE, "server.pem"),
        (CERTIFICATE * 4, "chain.pem"),
        (KEY.replace("PRIVATE", "PUBLIC"), "public.pem"),
        (KEY.replace("PRIVATE KEY", "CERTIFICATE REQUEST"), "a.csr"),
        (KEY.replace("PRIVATE KEY", "PGP PUBLIC KEY BLOCK"), "ada.asc"),
        (KEY.replace("PRIVATE KEY", "PGP MESSAGE"), "letter.asc"),
        (f"ssh-ed25519 {BODY[:68]} ada@home\n", "id_ed25519.pub"),
        (f"---- BEGIN SSH2 PUBLIC KEY ----\n{BODY}\n---- END SSH2 PUBLIC KEY ----", "key.pub"),
        (f"# How to make keys\n\n{LETTER}\n\n    openssl genpkey\n\n{KEY[:400]}\n", "manual.md"),
        (f"# How to make keys\n\n{LETTER * 3}\n\n```\n{KEY}```\n{LETTER}", "manual.md"),
        ("Look for a line that says -----BEGIN PRIVATE KEY----- and never send it to anyone.", "advice.txt"),
        (f"{VPN}ca ca.crt\ncert ada.crt\nkey ada.key\n", "work.ovpn"),
        (f"{VPN}<ca>\n{CERTIFICATE}</ca>\n", "work.ovpn"),
        (
            "Please tell us your name, username, password\nand, if you like, your address,\nthen, wait, please\n",
            "help.txt",
        ),
        ("name,department,password policy\nAda,Sales,strict\n", "policies.csv"),
        ("name,password\n", "empty.csv"),
        ("The machine is old, and login takes long; the password is on the wall.", "netrc.txt"),
        ("The environment of the house is quiet.\n" * 5, "env.txt"),
        ("DATABASE_URL=\nSECRET=change-me\n", ".env.example"),
        ("DATABASE_URL=\nSECRET=change-me\n", "example.env"),
        ("We talked about the environment.\nIt rained.\n", "notes.env"),
        ('{"username": "ada", "theme": "dark"}', "settings.json"),
        ('{"logins": 7, "items": ["a", "b"]}', "logins.json"),
        ("[Interface]\nAddress = 10.0.0.2/32\nPrivateKey = <put yours here>\n", "wg0.conf"),
        ('{"kty":"EC","crv":"P-256","x":"' + "a" * 43 + '"}', "public.jwk"),
        ("", "id_rsa"),
        ("-----BEGIN PRIVATE KEY-----\n" * 5_000, "a.txt"),
    ],
)
def test_what_only_looks_like_it_stays_in(text: str, name: str):
    assert not content_is_secret(text, name)


@pytest.mark.parametrize("name", [".env", "prod.env", "env", ".env.local", "docker.prod.env", "env.production"])
def test_environments_of_programs_are_recognised_by_name_and_form(name: str):
    assert content_is_secret("# production\nDB_HOST=db\nDB_PASSWORD='x y'\nexport TOKEN=abc\n", name)


def test_what_programs_sign_in_with_is_recognised():
    assert content_is_secret("machine example.org login ada password x\n", "_netrc")
    assert content_is_secret('{"logins":[{"encryptedPassword":"M"}]}', "logins.json")
    assert content_is_secret('{"os_crypt":{"encrypted_key":"RFBB"}}', "Local State")


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\xfe\xed\xfe\xed\0\0\0\x02\0\0\0\x01", "store"),
        (b"\xce\xce\xce\xce\0\0\0\x02", "store"),
        (b"\0\0\0\x02\0\0\0\x14" + CHANCE.randbytes(20), "store"),
        (b"\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5" + CHANCE.randbytes(100), "a"),
        (b"\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5" + CHANCE.randbytes(100), "a.bin"),
        (b"kych\0\x01\0\0", "login"),
        (b"GnomeKeyring\n\r\0\n\0\0\0\0", "login"),
        (b"SQLite format 3\0" + bytes(80), "key4.db"),
        (b"SQLite format 3\0" + bytes(80), "Login Data"),
    ],
)
def test_stores_are_recognised_by_their_first_bytes(head: bytes, name: str):
    assert content_is_secret(head, name)


def test_other_databases_stay_in():
    assert not content_is_secret(b"SQLite format 3\0" + bytes(80), "recipes.db")


@pytest.mark.parametrize(
    "path",
    [
        "/home/ada/backup/passwords.kdbx", "/home/ada/old.KDB", "/a/store.jks", "/a/b.bks", "/a/ada.p12", "/a/ada.pfx",
        "/a/key.ppk", "/Users/ada/Library/Keychains/login.keychain-db", "/Users/ada/Library/Keychains/x/user.kb",
        "/Users/ada/Library/Application Support/Google/Chrome/Default/Preferences",
        "/Users/ada/Library/Application Support/Firefox/Profiles/ab12cd34.default-release/prefs.js",
        "/mnt/C/Users/Ada/AppData/Local/Google/Chrome/User Data/Profile 1/Login Data",
        "/mnt/C/Users/Ada/AppData/Local/Microsoft/Edge/User Data/Default/Bookmarks",
        "/mnt/backup/.mozilla/firefox/ab12cd34.default/logins.json", "/mnt/backup/gnupg/trustdb.gpg",
        "/mnt/backup/password-store/bank.gpg", "/a/vault.agilekeychain/data/default/1.1password",
    ],
)  # fmt: skip
def test_stores_and_profiles_are_recognised_by_their_place(path: str):
    assert place_is_secret(path)


@pytest.mark.parametrize(
    "path",
    [
        "/a/chrome/default/plan.txt", "/a/Firefox/manual.pdf", "/a/keychains/list.txt", "/a/Library/Safari trip/a",
        "/a/p12", "/a/kdbx/readme.txt", "/a/gnupg.txt", "/a/slides.key", "/a/opera/default/libretto.txt", "/a/jks.txt",
        "/a/Firefox/profiles.txt", "/a/certificate.pem", "/a/id_rsa.pub",
    ],
)  # fmt: skip
def test_places_that_only_sound_like_it_are_not(path: str):
    assert not place_is_secret(path)


def make(tmp_path: Path, *command: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs {command[0]} (sudo apt-get install openssl openssh-client gnupg default-jre-headless)")
    environment = {**os.environ, "GNUPGHOME": str(tmp_path), "HOME": str(tmp_path)}
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True, input=b"")


@pytest.mark.parametrize("cipher", [[], ["-aes256", "-pass", "pass:abcdef"]])
@pytest.mark.parametrize("algorithm", [["RSA"], ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], ["ED25519"], ["X25519"]])
def test_keys_of_openssl_are_recognised_in_both_forms(tmp_path: Path, algorithm: list[str], cipher: list[str]):
    for form in ("PEM", "DER"):
        options = ["-outform", form, "-out", form, *cipher]
        make(tmp_path, "openssl", "genpkey", "-algorithm", *algorithm, *options)
        assert content_is_secret((tmp_path / form).read_bytes(), "a")
    make(
        tmp_path,
        "openssl",
        "pkey",
        "-in",
        "PEM",
        *(["-passin", "pass:abcdef"] if cipher else []),
        "-pubout",
        "-out",
        "public",
    )
    assert not content_is_secret((tmp_path / "public").read_bytes(), "a")


def test_older_forms_of_keys_and_stores_of_openssl_are_recognised_but_certificates_are_not(tmp_path: Path):
    subject = ["-subj", "/CN=ada", "-days", "3"]
    make(
        tmp_path, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key", "-out", "cert", *subject
    )
    make(tmp_path, "openssl", "rsa", "-in", "key", "-traditional", "-outform", "DER", "-out", "pkcs1")
    make(tmp_path, "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-outform", "DER", "-out", "ec")
    make(
        tmp_path, "openssl", "pkcs12", "-export", "-in", "cert", "-inkey", "key", "-passout", "pass:x", "-out", "store"
    )
    make(tmp_path, "openssl", "x509", "-in", "cert", "-outform", "DER", "-out", "cert.der")
    make(tmp_path, "openssl", "x509", "-in", "cert", "-text", "-out", "cert.txt")
    found = {
        path.name for path in tmp_path.iterdir() if path.is_file() and content_is_secret(path.read_bytes(), path.name)
    }
    assert found == {"key", "pkcs1", "ec", "store"}


@pytest.mark.parametrize("kind", ["rsa", "ecdsa", "ed25519"])
def test_keys_of_openssh_are_recognised(tmp_path: Path, kind: str):
    make(tmp_path, "ssh-keygen", "-q", "-t", kind, "-N", "", "-f", "key")
    assert content_is_secret((tmp_path / "key").read_bytes(), "key")
    assert not content_is_secret((tmp_path / "key.pub").read_bytes(), "key.pub")


def test_a_key_store_of_java_is_recognised(tmp_path: Path):
    options = ["-storetype", "jks", "-keystore", "store", "-storepass", "abcdef", "-keypass", "abcdef"]
    make(tmp_path, "keytool", "-genkeypair", "-alias", "a", "-dname", "CN=ada", "-keyalg", "RSA", *options)
    assert content_is_secret((tmp_path / "store").read_bytes(), "store")


def test_secret_keys_of_gnupg_are_recognised_and_public_ones_are_not(tmp_path: Path):
    tmp_path.chmod(0o700)
    unattended = ["--batch", "--passphrase", "", "--pinentry-mode", "loopback"]
    make(tmp_path, "gpg", *unattended, "--quick-generate-key", "ada@example.org", "rsa2048", "default", "1d")
    for name, options in {"s": ["--export-secret-keys"], "sa": ["--armor", "--export-secret-keys"]}.items():
        make(tmp_path, "gpg", *unattended, "--output", name, *options)
        assert content_is_secret((tmp_path / name).read_bytes(), name)
    for name, options in {"p": ["--export"], "pa": ["--armor", "--export"]}.items():
        make(tmp_path, "gpg", *unattended, "--output", name, *options)
        assert not content_is_secret((tmp_path / name).read_bytes(), name)
    make(tmp_path, "gpgconf", "--kill", "gpg-agent")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=2_000))
def test_texts_of_any_kind_are_looked_at_without_a_failure(text: str):
    for data in (text.encode(), text.encode("utf-16")):
        content_is_secret(data, "a.csv")


@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_looked_at_without_a_failure(data: bytes):
    content_is_secret(data, "a")
