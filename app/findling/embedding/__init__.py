"""Passages and queries become unit vectors: the catalogue of models, tokenizers, ONNX sessions, pooling, batching."""
