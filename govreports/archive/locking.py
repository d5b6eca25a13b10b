"""Who writes to a file of the archive. The lock is the operating system's and ends with its process, however that ends:
a file nobody holds is one nobody will ever write to again."""

import fcntl
from typing import BinaryIO


def hold(file: BinaryIO) -> None:
    """Take the lock of an open file; waits for one who looks at it. It is let go of when the file is closed."""
    fcntl.flock(file, fcntl.LOCK_EX)


def hold_if_free(file: BinaryIO) -> bool:
    """Take the lock of an open file unless a running crawl has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
