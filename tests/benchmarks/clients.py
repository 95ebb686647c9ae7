"""Tries the usual clients of embedding servers, each at its newest version, against this Findling.

    python tests/benchmarks/clients.py [--environment FOLDER] [--json]

The clients are installed into an environment of their own, a new one unless a folder is named, which takes some
minutes and a package index. They get the address, and else their default settings. Exit status 1 if one fails.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

PACKAGES = (
    *("openai", "huggingface_hub", "langchain-openai", "haystack-ai", "cohere", "ollama", "requests"),
    *("llama-index-embeddings-text-embeddings-inference", "llama-index-embeddings-openai-like"),
)
MODEL = "all-MiniLM-L6-v2"
TEXTS = [f"text number {number} about boats" for number in range(100)]
LONG = "word " * 1_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", type=Path, help="where the clients are installed, or are to be")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--inside", metavar="URL", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        return try_clients(options.inside, as_json=options.json)
    with tempfile.TemporaryDirectory() as scratch, serving(Path(scratch)) as url:
        folder = options.environment or Path(scratch) / "environment"
        python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        if not python.exists():
            venv.create(folder, with_pip=True)
            subprocess.run([python, "-m", "pip", "install", "--quiet", "--upgrade", *PACKAGES], check=True)
        command = [python, "-P", __file__, "--inside", url, *(["--json"] if options.json else [])]
        return subprocess.run(command, check=False).returncode


@contextmanager
def serving(scratch: Path) -> Iterator[str]:
    """Serve the bundled model, a reranker of a few numbers, and the sample library, all of it shared."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
    from findling.embedding.cross_encoder import CrossEncoder
    from findling.embedding.encoder import Encoder
    from findling.processes.http_api.embedding_service import EmbeddingService
    from findling.processes.http_api.request_guard import RequestGuard
    from findling.processes.http_api.served_paths import ServedModel, build_application
    from findling.processes.http_api.server import HttpServer, ListenAddress
    from gatedlibrary import make_gated_library
    from tinycrossencoder import install

    gated = make_gated_library(scratch / "gated", Path(__file__).resolve().parents[2] / "resources" / "sample")
    encoder = Encoder.open(InstalledModel.bundled(find_model(MODEL, read_catalogue())))
    service = EmbeddingService(encoder, CrossEncoder.open(install(scratch / "models"), threads=1))
    app = build_application(ServedModel(service, RequestGuard(), gated.gate))
    server = HttpServer(ListenAddress.find("127.0.0.1", 0, open_to_others=False), app)
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server.url
    finally:
        server.stop()
        thread.join()


def try_clients(url: str, *, as_json: bool) -> int:
    """Try all clients; runs in their environment."""
    results = []
    for package, call, work in list_calls(url):
        try:
            work()
            failure = ""
        except Exception as error:
            failure = f"{type(error).__name__}: {error}"
        results.append({"package": package, "version": metadata.version(package), "call": call, "failure": failure})
        if not as_json:
            print(f"{'FAILED' if failure else 'ok':7}{package} {results[-1]['version']}: {call}  {failure[:300]}")
    if as_json:
        print(json.dumps(results, indent=1))
    return int(any(each["failure"] for each in results))


def list_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    yield from list_openai_calls(url)
    yield from list_hub_calls(url)
    yield from list_langchain_calls(url)
    yield from list_llama_index_calls(url)
    yield from list_other_calls(url)


def check(vectors: object, count: int) -> None:
    vectors = [list(vector) for vector in vectors]
    assert len(vectors) == count, len(vectors)
    assert all(len(vector) == 384 for vector in vectors)
    assert all(abs(sum(value * value for value in vector) - 1) < 1e-3 for vector in vectors)


def list_openai_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    from openai import OpenAI

    client = OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)

    def embed(texts: object) -> list[list[float]]:
        return [row.embedding for row in client.embeddings.create(model=MODEL, input=texts).data]

    yield "openai", "models.list and models.retrieve", lambda: client.models.retrieve(client.models.list().data[0].id)
    yield "openai", "one text", lambda: check(embed("a boat"), 1)
    yield "openai", "100 texts", lambda: check(embed(TEXTS), 100)
    yield "openai", "2,048 texts", lambda: check(embed(["a boat"] * 2_048), 2_048)


def list_hub_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    from huggingface_hub import InferenceClient

    for address, name in ((url, "model=address"), (f"{url}/embed", "model=address + /embed")):
        client = InferenceClient(model=address)
        yield (
            "huggingface_hub",
            f"feature_extraction, {name}",
            lambda client=client: check(client.feature_extraction("a boat"), 1),
        )

    def compare(address: str) -> None:
        cosines = InferenceClient(model=address).sentence_similarity("a boat", ["a ship", "bread"])
        assert cosines[0] > cosines[1]

    yield "huggingface_hub", "sentence_similarity, model=address", lambda: compare(url)
    yield "huggingface_hub", "sentence_similarity, model=address + /similarity", lambda: compare(f"{url}/similarity")


def list_langchain_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    import requests
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever
    from langchain_openai import OpenAIEmbeddings

    given = {"base_url": f"{url}/v1", "api_key": "none", "model": MODEL, "max_retries": 0}
    plain = OpenAIEmbeddings(**given, check_embedding_ctx_length=False)
    yield "langchain-openai", "100 documents, as texts", lambda: check(plain.embed_documents(TEXTS), 100)

    def refused() -> None:
        """Ids of OpenAI's tokenizer, as LangChain sends them by default; it fetches its tokenizer from the internet."""
        said = requests.post(f"{url}/v1/embeddings", json={"model": MODEL, "input": [[64, 15688]]}, timeout=60).json()
        assert "check_embedding_ctx_length=False" in said["error"]["message"]

    yield "langchain-openai", "token ids of its default are refused with the setting to change", refused

    class FindlingRetriever(BaseRetriever):
        url: str

        def _get_relevant_documents(self, query, *, run_manager):
            files = requests.post(f"{self.url}/v1/search", json={"query": query}, timeout=60).json()["files"]
            return [
                Document(each["text"], metadata={"source": file["file"], "page": each["page"]})
                for file in files
                for each in file["passages"]
            ]

    def retrieve() -> None:
        found = FindlingRetriever(url=url).invoke("nut allergy")
        assert found[0].metadata["source"].endswith("Kitchen notes.md")

    yield "langchain-core", "the retriever of docs/serving.md", retrieve


def list_llama_index_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    import requests
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import NodeWithScore, TextNode
    from llama_index.embeddings.openai_like import OpenAILikeEmbedding
    from llama_index.embeddings.text_embeddings_inference import TextEmbeddingsInference

    tei = "llama-index-embeddings-text-embeddings-inference"
    usual = TextEmbeddingsInference(model_name=MODEL, base_url=url)
    large = TextEmbeddingsInference(model_name=MODEL, base_url=url, embed_batch_size=64)
    yield tei, "100 texts", lambda: check(usual.get_text_embedding_batch(TEXTS), 100)
    yield tei, "100 texts by 64", lambda: check(large.get_text_embedding_batch(TEXTS), 100)
    yield tei, "1,000 words", lambda: check([usual.get_text_embedding(LONG)], 1)
    like = OpenAILikeEmbedding(model_name=MODEL, api_base=f"{url}/v1", api_key="none")
    yield (
        "llama-index-embeddings-openai-like",
        "250 texts",
        lambda: check(like.get_text_embedding_batch([*TEXTS, *TEXTS, *TEXTS[:50]]), 250),
    )

    class FindlingRetriever(BaseRetriever):
        def _retrieve(self, query_bundle):
            asked = {"query": query_bundle.query_str}
            files = requests.post(f"{url}/v1/search", json=asked, timeout=60).json()["files"]
            return [
                NodeWithScore(node=TextNode(text=each["text"], metadata={"file": file["file"], "page": each["page"]}))
                for file in files
                for each in file["passages"]
            ]

    def retrieve() -> None:
        found = FindlingRetriever().retrieve("nut allergy")
        assert found[0].node.metadata["file"].endswith("Kitchen notes.md")

    yield "llama-index-core", "the retriever of docs/serving.md", retrieve


def list_other_calls(url: str) -> Iterator[tuple[str, str, Callable[[], object]]]:
    import cohere
    import ollama
    import requests
    from haystack import Document
    from haystack.components.embedders import OpenAIDocumentEmbedder, OpenAITextEmbedder
    from haystack.utils import Secret

    haystack = OpenAIDocumentEmbedder(api_key=Secret.from_token("none"), api_base_url=f"{url}/v1", model=MODEL)
    yield (
        "haystack-ai",
        "OpenAIDocumentEmbedder, 100 documents",
        lambda: check([each.embedding for each in haystack.run([Document(text) for text in TEXTS])["documents"]], 100),
    )
    one = OpenAITextEmbedder(api_key=Secret.from_token("none"), api_base_url=f"{url}/v1", model=MODEL)
    yield "haystack-ai", "OpenAITextEmbedder", lambda: check([one.run("a boat")["embedding"]], 1)

    def rerank() -> None:
        client = cohere.ClientV2("none", base_url=url)
        assert len(client.rerank(model="any", query="boat", documents=TEXTS, top_n=3).results) == 3

    yield "cohere", "rerank", rerank
    client = ollama.Client(url)
    yield "ollama", "embed", lambda: check(client.embed(model=MODEL, input=TEXTS).embeddings, 100)
    yield "ollama", "embeddings", lambda: check([client.embeddings(model=MODEL, prompt="a boat").embedding], 1)

    def post(path: str, document: object) -> object:
        answer = requests.post(f"{url}{path}", json=document, timeout=60)
        answer.raise_for_status()
        return answer.json()

    yield "requests", "33 texts at /embed", lambda: check(post("/embed", {"inputs": TEXTS[:33]}), 33)
    yield "requests", "over the window, cut", lambda: check(post("/embed", {"inputs": LONG, "truncate": True}), 1)
    yield "requests", "/v1/rerank as Jina", lambda: post("/v1/rerank", {"query": "boat", "documents": TEXTS[:3]})
    yield "requests", "/v1/search", lambda: post("/v1/search", {"query": "boat"})


if __name__ == "__main__":
    sys.exit(main())
