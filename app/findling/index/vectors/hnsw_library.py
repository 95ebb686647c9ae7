"""Binding of packaging/hnsw/hnsw.cpp by ctypes: hnswlib with kernels for this processor."""

from __future__ import annotations

import ctypes
from functools import cache

import numpy as np
from numpy.ctypeslib import ndpointer

from findling.native_library import find_library, open_library

_NO_MEMORY = 2

_COUNT = ctypes.c_uint64
_KERNEL = ctypes.c_int32
_GRAPH = ctypes.c_void_p
_MATRIX = ndpointer(np.float32, ndim=2, flags="C_CONTIGUOUS")
_ROW = ndpointer(np.float32, ndim=1, flags="C_CONTIGUOUS")
_LABELS = ndpointer(np.int64, ndim=1, flags="C_CONTIGUOUS")

GRAPH_PROTOTYPES = {
    "hnsw_failure": (ctypes.c_char_p, []),
    "hnsw_kernels": (_KERNEL, []),
    "hnsw_kernel_name": (ctypes.c_char_p, [_KERNEL]),
    "hnsw_inner_product": (ctypes.c_float, [_KERNEL, _ROW, _ROW, _COUNT]),
    "hnsw_create": (ctypes.c_int32, [_COUNT, _KERNEL, _COUNT, _COUNT, _COUNT, ctypes.POINTER(_GRAPH)]),
    "hnsw_load": (ctypes.c_int32, [_COUNT, _KERNEL, _COUNT, ctypes.c_char_p, ctypes.POINTER(_GRAPH)]),
    "hnsw_view": (ctypes.c_int32, [_COUNT, _KERNEL, ctypes.c_void_p, _COUNT, ctypes.POINTER(_GRAPH)]),
    "hnsw_free": (None, [_GRAPH]),
    "hnsw_count": (_COUNT, [_GRAPH]),
    "hnsw_file_size": (_COUNT, [_GRAPH]),
    "hnsw_save": (ctypes.c_int32, [_GRAPH, ctypes.c_char_p]),
    "hnsw_add": (ctypes.c_int32, [_GRAPH, _MATRIX, _LABELS, _COUNT, _COUNT]),
    "hnsw_read": (None, [_GRAPH, _COUNT, _COUNT, _LABELS, _MATRIX]),
    "hnsw_search": (ctypes.c_int32, [_GRAPH, _ROW, _COUNT, _COUNT, _LABELS, _ROW, ctypes.POINTER(_COUNT)]),
}
"""Function -> what it returns and takes; what each does stands in packaging/hnsw/hnsw.cpp."""


@cache
def load_library() -> ctypes.CDLL:
    """Load the library that ships with Findling, once for a process.

    Raises:
        FindlingError: there is none for this system and processor, or it cannot be loaded.
    """
    return open_library(find_library("hnsw"), GRAPH_PROTOTYPES)


def list_kernels() -> list[str]:
    """Return the names of the instruction sets that this processor can use, the best last."""
    library = load_library()
    return [library.hnsw_kernel_name(number).decode() for number in range(library.hnsw_kernels())]


def check_outcome(outcome: int) -> None:
    """Raise what a call of the library came to, if it failed.

    Raises:
        MemoryError: there is too little memory.
        RuntimeError: anything else, in hnswlib's words.
    """
    if outcome == _NO_MEMORY:
        raise MemoryError
    if outcome:
        raise RuntimeError(load_library().hnsw_failure().decode(errors="replace"))
