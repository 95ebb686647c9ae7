"""Conversion of a model's published weights to an ONNX graph, without the framework that trained it."""
