"""Embedding and reranking on a server that the user names; unused unless one is named."""
