"""Conversion of a model's published weights to an ONNX graph, without a training framework."""
