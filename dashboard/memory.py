"""Memory that reading and drawing left behind, given back to the system."""

import ctypes
import gc
from contextlib import suppress


def give_back() -> None:
    """Drop what nothing refers to, and hand free memory back where the C library can (glibc); elsewhere the second half does nothing."""
    gc.collect()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def keep() -> None:
    """What is there now lives as long as the process: it is never looked through for garbage again.

    Looking through it would hold up a reader for a tenth of a second, and in a forked process make its pages its own.
    """
    gc.collect()
    gc.freeze()
