"""Faster builds of a model: int8 for processors, fp16 for graphics cards."""
