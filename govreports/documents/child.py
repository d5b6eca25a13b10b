"""The process that reads one file under limits: the file on standard input, JSON on standard output.

`python -m govreports.documents.child SECONDS MEMORY CHARACTERS`
"""

import resource
import sys

from govreports.documents.formats import read_blocks
from govreports.documents.read import Blocks
from govreports.documents.reasons import UnreadableDocument
from govreports.documents.wire import encode
from govreports.model.document import RawTable


def main() -> None:
    """Read, with the limits of the command line."""
    seconds, memory, characters = map(int, sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        outcome = encode(_outcome(sys.stdin.buffer.read(), characters))
    except MemoryError:
        outcome = encode(UnreadableDocument("too-large", "needs more memory than it may have"))
    sys.stdout.buffer.write(outcome)


def _outcome(body: bytes, characters: int) -> Blocks | UnreadableDocument:
    try:
        blocks = read_blocks(body)
    except UnreadableDocument as error:
        return error
    except RecursionError:
        return UnreadableDocument("damaged", "nested too deeply")
    length = sum(
        sum(len(cell.text) + 1 for cell in block.cells) if isinstance(block, RawTable) else len(block.text)
        for block in blocks.blocks
    )
    if length > characters:
        return UnreadableDocument("too-large", f"{length} characters of text")
    return blocks


if __name__ == "__main__":
    main()
