"""Makes the tables of the language detector in resources/languages from the model that py3langid ships."""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import lzma
import shutil
import sys
from importlib import metadata
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from findling.extraction.ngram_classifier import (  # noqa: E402
    COLUMNS_FILE,
    FEATURES_FILE,
    LABELS_FILE,
    NGRAMS_FILE,
    WEIGHTS_FILE,
    pack_ngram,
)

PACKAGE = "py3langid"
VERSION = "0.4.0"
MODEL_SHA256 = "f4f4a2c3465ca1f081541037f9cac23021d68151c2f709c55ae5eedfca522963"

_NO_LANGUAGE = "zxx"
_BYTES = 256


def read_model() -> dict[str, np.ndarray]:
    """Return the arrays of the installed package's model.

    Raises:
        SystemExit: it is not the one that this script was written for.
    """
    if metadata.version(PACKAGE) != VERSION:
        raise SystemExit(f"{PACKAGE} {metadata.version(PACKAGE)} is installed, {VERSION} is needed")
    packed = Path(str(metadata.distribution(PACKAGE).locate_file("py3langid/data/model.npz.xz"))).read_bytes()
    if hashlib.sha256(packed).hexdigest() != MODEL_SHA256:
        raise SystemExit(f"the model of {PACKAGE} is not the one that this script was written for")
    with np.load(io.BytesIO(lzma.decompress(packed)), allow_pickle=False) as model:
        return dict(model)


def list_ngrams(model: dict[str, np.ndarray]) -> dict[bytes, int]:
    """Return the string of each state of the automaton, with the row of its feature, -1 for none.

    The automaton is Aho and Corasick's: walked breadth first, a state is met by its own string first.
    """
    rows = model["nextmove"].reshape(-1, _BYTES)[model["nextmove_row"]]
    strings: dict[int, bytes] = {0: b""}
    waiting = [0]
    for state in waiting:
        for byte, following in enumerate(rows[state].tolist()):
            if following not in strings:
                strings[following] = strings[state] + bytes([byte])
                waiting.append(following)
    return {strings[state]: int(model["out_feat"][state]) for state in waiting[1:]}


def find_usual(weights: np.ndarray) -> np.ndarray:
    """Return the weight that most features have, for each label; weights are (features, labels)."""
    usual = np.empty(weights.shape[1], weights.dtype)
    for column in range(len(usual)):
        values, counts = np.unique(weights[:, column], return_counts=True)
        usual[column] = values[counts.argmax()]
    return usual


def build(folder: Path) -> None:
    """Write the tables, the licence and where they come from.

    Of the labels only those of two letters stay, and that for "no language"; a dialect would take its share from them.
    """
    model = read_model()
    folder.mkdir(parents=True, exist_ok=True)
    labels = model["classes"].tolist()
    chosen = [number for number, label in enumerate(labels) if len(label) == 2 or label == _NO_LANGUAGE]
    weights = np.ascontiguousarray(model["ptc"][:, chosen].astype("<f2"))
    usual = find_usual(weights)
    features, columns = np.nonzero(weights != usual)
    np.save(folder / COLUMNS_FILE, columns.astype("u1"))
    np.save(folder / WEIGHTS_FILE, weights[features, columns])
    starts = np.searchsorted(features, np.arange(len(weights) + 1))
    np.save(folder / FEATURES_FILE, starts.astype("<i4"))
    ngrams = sorted((pack_ngram(ngram), row) for ngram, row in list_ngrams(model).items())
    table = np.array(ngrams, dtype=[("ngram", "<u8"), ("row", "<i4")])
    np.save(folder / NGRAMS_FILE, table)
    head = {
        "labels": [labels[each] for each in chosen],
        "priors": [float(model["pc"][each]) for each in chosen],
        "usual": usual.tolist(),
    }
    (folder / LABELS_FILE).write_text(json.dumps(head) + "\n", "ascii")
    shutil.copy(str(metadata.distribution(PACKAGE).locate_file(_find_licence())), folder / "LICENSE")
    names = (COLUMNS_FILE, FEATURES_FILE, LABELS_FILE, "LICENSE", NGRAMS_FILE, WEIGHTS_FILE)
    provenance = {
        "source": {"package": PACKAGE, "version": VERSION, "licence": "BSD-3-Clause", "model.npz.xz": MODEL_SHA256},
        "form": "The automaton's strings with their features; the weights of the labels of two letters and of zxx,"
        " without those that most features have.",
        "files": {name: _describe((folder / name).read_bytes()) for name in names},
    }
    (folder / "PROVENANCE.json").write_text(json.dumps(provenance, indent=2) + "\n", "ascii")


def _find_licence() -> str:
    files = metadata.files(PACKAGE) or []
    return next(str(file) for file in files if file.name == "LICENSE")


def _describe(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def main() -> None:
    """Write the tables into resources, or elsewhere."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "languages")
    build(parser.parse_args().folder)


if __name__ == "__main__":
    main()
