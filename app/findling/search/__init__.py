"""Search over a library: queries, retrieval, fusion, snippets, and reranking."""
