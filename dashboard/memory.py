"""Memory that reading and drawing left behind, given back to the system."""

import ctypes
import gc
from contextlib import suppress


def give_back() -> None:
    """Drop what nothing refers to, and hand free memory back where the C library can (glibc); elsewhere the second half does nothing."""
    gc.collect()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
