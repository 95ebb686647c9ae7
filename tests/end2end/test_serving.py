"""`serve` and `remote` as real processes, with a server that dies in between."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from faultyserver import refuse, serving
from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.encoder import Encoder
from tinycrossencoder import install
from waiting import PATIENCE_SECONDS, wait_until

Ran = subprocess.CompletedProcess[bytes]
Command = Callable[..., Ran]

# No test comes near the keyring of the system.
ENVIRONMENT = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
ENVIRONMENT.pop("FINDLING_REMOTE_KEY", None)
KEY = "a-key-that-is-long-enough"
FILES = {
    "boat.txt": "The rowing boat is moored at the old jetty.",
    "keeper.txt": "The lighthouse keeper counts ships at night.",
    "bread.txt": "Bread is baked before dawn by the baker.",
}


@pytest.fixture
def findling(tmp_path: Path) -> Command:
    def run(*arguments: str, environment: dict[str, str] | None = None) -> Ran:
        command = [sys.executable, "-m", "findling", "--library", str(tmp_path / "library"), *arguments]
        return subprocess.run(
            command, capture_output=True, timeout=PATIENCE_SECONDS, env=ENVIRONMENT | (environment or {})
        )

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / "files").mkdir(exist_ok=True)
        (tmp_path / "files" / name).write_text(text, "utf-8")
    return tmp_path / "files"


@contextmanager
def server(library: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A serving process and its address."""
    command = [sys.executable, "-m", "findling", "--library", str(library), "serve", "--port", "0", *options]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline().decode()
            found = re.search(r"https?://\S+(?=;)", line)
            assert found, line
            yield process, found[0]
        finally:
            process.kill()


def indexed(findling: Command) -> int:
    return int(json.loads(findling("--json", "status").stdout)["indexed"])


def waiting_for_meaning(findling: Command) -> int:
    return int(json.loads(findling("--json", "status").stdout)["unembedded"])


@pytest.mark.slow
def test_a_server_embeds_and_is_not_needed_to_search(findling: Command, folder: Path, tmp_path: Path):
    with server(tmp_path / "strong") as (_, url):
        ran = findling("remote", "use", url)
        assert ran.returncode == 0, ran.stderr
        assert url.encode() in ran.stdout
        ran = findling("index", str(folder))
        assert ran.returncode == 0, ran.stderr
        assert f"sent to {url}".encode() in findling("status").stdout
        assert json.loads(findling("--json", "remote", "check").stdout)["precision"] == "int8"
        checks = json.loads(findling("--json", "doctor").stdout)["checks"]
        assert next(check["ok"] for check in checks if check["name"] == "remote")
    assert indexed(findling) == 3
    found = json.loads(findling("--json", "search", "--mode", "meaning", "where is my vessel").stdout)
    assert Path(found["results"][0]["path"]).name == "boat.txt"
    checks = json.loads(findling("--json", "doctor").stdout)["checks"]
    assert not next(check["ok"] for check in checks if check["name"] == "remote")


@pytest.mark.slow
def test_files_wait_for_a_server_that_is_away(findling: Command, folder: Path):
    """Files that bring the process down are set aside after two times; these are not."""
    encoder = Encoder.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))
    with serving(lambda texts: encoder.encode_documents(texts).tolist()) as fails_later:
        assert findling("remote", "use", fails_later.url).returncode == 0
        for _ in range(4):
            # The three probe texts are answered, what follows is not.
            fails_later.faults.extend([*[lambda _: False] * 3, refuse(400, "out of order")])
            ran = findling("--no-progress", "index", str(folder))
            assert ran.returncode == 1
            assert b"refuses (400: out of order)" in ran.stderr
            assert ran.stderr.count(b"\n") == 1
        assert (indexed(findling), waiting_for_meaning(findling)) == (3, 3)
        ran = findling("index")
        assert ran.returncode == 0, ran.stderr
    assert (indexed(findling), waiting_for_meaning(findling)) == (3, 0)
    assert json.loads(findling("--json", "files", "--status", "failed").stdout)["files"] == []


def test_another_model_is_refused_before_anything_is_stored(findling: Command, folder: Path):
    with serving(lambda texts: [[1.0] + [0.0] * 383] * len(texts)) as other:
        ran = findling("remote", "use", other.url)
    assert ran.returncode == 1
    assert b"gives other vectors" in ran.stderr
    assert json.loads(findling("--json", "remote").stdout)["remote"] is None


def test_turning_it_off_keeps_what_was_embedded(findling: Command, folder: Path, tmp_path: Path):
    with server(tmp_path / "strong") as (_, url):
        findling("remote", "use", f"{url}/v1")
        findling("index", str(folder))
    assert findling("remote", "off").returncode == 0
    (folder / "new.txt").write_text("A new file about trains.", "utf-8")
    summary = json.loads(findling("--json", "index").stdout)
    assert (summary["indexed"], summary["unchanged"]) == (1, 3)


def test_a_key_in_the_environment_is_used_and_a_missing_one_is_missed(findling: Command, tmp_path: Path):
    (tmp_path / "key").write_text(f"{KEY}\n", "utf-8")
    with server(tmp_path / "strong", "--key-file", str(tmp_path / "key")) as (_, url):
        ran = findling("remote", "use", url)
        assert ran.returncode == 1
        assert b"wants a key" in ran.stderr
        ran = findling("remote", "use", url, "--key-file", str(tmp_path / "key"))
        assert b"FINDLING_REMOTE_KEY" in ran.stderr
        ran = findling("remote", "use", url, environment={"FINDLING_REMOTE_KEY": "wrong"})
        assert b"does not take the key" in ran.stderr
        ran = findling("remote", "use", url, environment={"FINDLING_REMOTE_KEY": KEY})
        assert ran.returncode == 0, ran.stderr
    settings = (tmp_path / "library" / "settings.toml").read_text("utf-8")
    assert KEY not in settings


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], b"there is no key"),
        (["--host", "nowhere.invalid"], b"does not go by nowhere.invalid"),
        (["--key-file", "/nonexistent"], b"cannot be read"),
        (["--key-file", os.devnull], b"at least 16"),
        (["--certificate", os.devnull], b"go together"),
        (["--certificate", os.devnull, "--certificate-key", os.devnull], b"cannot be used for https"),
    ],
)
def test_what_cannot_be_served_is_refused(findling: Command, options: list[str], said: bytes):
    ran = findling("serve", *options)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_serving_ends_with_ctrl_c(tmp_path: Path):
    with server(tmp_path / "strong") as (process, url):
        urllib.request.urlopen(f"{url}/health", timeout=PATIENCE_SECONDS).close()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 0
    assert errors == b"Ended.\n"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs a certificate (sudo apt-get install openssl)")
def test_over_https_a_certificate_has_to_be_trusted(findling: Command, tmp_path: Path):
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key],
        check=True, capture_output=True,
    )  # fmt: skip
    with server(tmp_path / "strong", "--certificate", str(certificate), "--certificate-key", str(key)) as (_, url):
        assert url.startswith("https://127.0.0.1:")
        ran = findling("remote", "use", url)
        assert ran.returncode == 1
        assert b"has a certificate that this computer does not trust" in ran.stderr
        ran = findling("remote", "use", url, environment={"SSL_CERT_FILE": str(certificate)})
        assert ran.returncode == 0, ran.stderr


def test_a_search_is_reranked_by_an_installed_model_and_by_a_server(findling: Command, folder: Path, tmp_path: Path):
    assert findling("index", str(folder)).returncode == 0
    ran = findling("search", "--rerank", "ships")
    assert ran.returncode == 1
    assert b"No reranking model is installed. Install one: findling models install" in ran.stderr
    install(tmp_path / "library" / "models")
    here = json.loads(findling("--json", "search", "--rerank", "the baker and bread").stdout)
    assert Path(here["results"][0]["path"]).name == "bread.txt"
    assert here["results"][0]["score"] == 1
    with server(tmp_path / "library") as (_, url):
        (tmp_path / "library" / "settings.toml").write_text(f'reranker = "{url}"\n', "utf-8")
        there = json.loads(findling("--json", "search", "--rerank", "the baker and bread").stdout)
    assert [result["path"] for result in there["results"]] == [result["path"] for result in here["results"]]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_ctrl_c_ends_a_run_that_waits_for_its_server(findling: Command, folder: Path, tmp_path: Path):
    encoder = Encoder.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))
    with serving(lambda texts: encoder.encode_documents(texts).tolist()) as busy:
        assert findling("remote", "use", busy.url).returncode == 0
        probes = len(busy.asked)
        busy.faults.extend([*[lambda _: False] * 3, *[refuse(503)] * 10_000])
        command = [sys.executable, "-m", "findling", "--library", str(tmp_path / "library"), "index", str(folder)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
            wait_until(lambda: len(busy.asked) >= probes + 5)
            process.send_signal(signal.SIGINT)
            output, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert b"3 files found by words, and not by meaning yet" in output, errors
