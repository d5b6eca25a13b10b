"""Digits that lost the borders of their cells: every way to cut them into the cells of a row.

582001061 over seven columns is 58, 2, 0, 0, 1, 0, 61, because the last is the sum of the others: few of the ways to cut
satisfy the sums that a form states along its rows. A number has no leading zero, and decimals on both sides of its
point. What white space parted stays parted.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_SIGNS, _POINTS, _ZEROS = "-－−+＋", ".．", "0０"
MOST = 20_000
"""Ways to cut one row above which nobody looks further."""
_MOST_STEPS = 300_000


Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Atom:
    """What is printed without a gap: digits with points and perhaps a minus before them, or a dash for one cell
    (`is_dash`). `start` is its offset."""

    text: str
    start: int
    is_dash: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """What one cell gets: some digits of an atom, or a dash."""

    text: str
    start: int
    value: Number | None

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


Cut = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring columns: `size` of them; `total` is the place among them of the one that sums the others, None where
    no sum is stated."""

    size: int
    total: int | None = None


def cuts(atoms: Sequence[Atom], blocks: Sequence[Block]) -> tuple[Cut, ...] | None:
    """Every way to cut atoms into the cells of these blocks that their sums allow; None where there are too many.
    As many atoms as cells are the cells, whatever their sums say."""
    size = sum(block.size for block in blocks)
    if len(atoms) == size:
        if any(sum(character in _POINTS for character in atom.text) > 1 for atom in atoms):
            return ()
        return (tuple(_piece(atom, 0, len(atom.text)) for atom in atoms),)
    lengths = [1 if atom.is_dash else len(atom.text) for atom in atoms]
    if len(atoms) > size or sum(lengths) < size:
        return ()
    found: list[Cut] = []
    steps = _Steps(_MOST_STEPS)
    for cut in _blocks(tuple(atoms), tuple(blocks), 0, 0, steps):
        found.append(cut)
        if len(found) > MOST:
            return None
    return tuple(found) if steps.left > 0 else None


@dataclass(slots=True)
class _Steps:
    """How many steps of a search are left."""

    left: int


def _blocks(atoms: tuple[Atom, ...], blocks: tuple[Block, ...], atom: int, at: int, steps: _Steps) -> Iterator[Cut]:
    """Cuts of what stands from character `at` of atom number `atom` on, into all blocks."""
    if not blocks:
        if atom == len(atoms):
            yield ()
        return
    last = len(blocks) == 1
    for head, behind_atom, behind in _block(atoms, blocks[0], atom, at, steps, last=last):
        for tail in _blocks(atoms, blocks[1:], behind_atom, behind, steps):
            yield head + tail


def _block(
    atoms: tuple[Atom, ...], block: Block, atom: int, at: int, steps: _Steps, *, last: bool
) -> Iterator[tuple[Cut, int, int]]:
    """Cuts into one block, and where what is left begins. The last block must use everything up."""
    if last and block.total == block.size - 1 and not any(each.is_dash or "." in each.text for each in atoms[atom:]):
        yield from ((cut, len(atoms), 0) for cut in _closed(atoms, block.size, atom, at, steps))
        return

    @cache
    def room(number: int, begin: int) -> int:
        """The most cells that can still be filled."""
        return sum(1 if each.is_dash else len(each.text) for each in atoms[number:]) - begin

    def fill(number: int, begin: int, pieces: Cut, partial: Number) -> Iterator[tuple[Cut, int, int]]:
        left = block.size - len(pieces)
        steps.left -= 1
        if steps.left <= 0:
            return
        if left == 0:
            if _sums_up(pieces, block) and (not last or number == len(atoms)):
                yield pieces, number, begin
            return
        if number == len(atoms) or room(number, begin) < left:
            return
        each = atoms[number]
        if each.is_dash:
            yield from fill(number + 1, 0, (*pieces, _piece(each, 0, len(each.text))), partial)
            return
        ends = _ends(each.text, begin)
        if last and left == 1:
            ends = ends[-1:] if number == len(atoms) - 1 and ends[-1:] == [len(each.text)] else []
        for end in ends:
            piece = _piece(each, begin, end)
            total = partial + (piece.value or 0)
            behind = (number + 1, 0) if end == len(each.text) else (number, end)
            if block.total == block.size - 1 and left > 1 and total >= 10 ** room(*behind):
                return  # what is left of the digits cannot hold the sum of these
            yield from fill(*behind, (*pieces, piece), total)

    yield from fill(atom, at, (), 0)


def _closed(atoms: tuple[Atom, ...], size: int, atom: int, at: int, steps: _Steps) -> Iterator[Cut]:
    """Cuts of all that is left into whole numbers of which the last is the sum of the others: each total that the last
    digits may be, then the parts that come to it."""
    final = len(atoms) - 1
    lengths = [len(each.text) for each in atoms]

    def parts(number: int, begin: int, left: int, wanted: int, stop: int, pieces: Cut) -> Iterator[Cut]:
        steps.left -= 1
        if number == final and begin == stop and left == 0:
            if wanted == 0:
                yield pieces
            return
        room = sum(lengths[number:final]) + stop - begin
        if left == 0 or room < left or steps.left <= 0:
            return
        # The most that so many digits come to: one long number, the others 9. The least: none longer than it must be.
        longest = -(-room // left)
        if wanted >= 10 ** (room - left + 1) + 9 * (left - 1) or (longest > 1 and wanted < 10 ** (longest - 1)):
            return
        text = atoms[number].text
        end_of_atom = stop if number == final else len(text)
        for end in _ends(text, begin):
            if end > end_of_atom:
                break
            piece = _piece(atoms[number], begin, end)
            value = int(piece.value or 0)
            if value > wanted:
                break
            behind = (number + 1, 0) if end == len(text) and number < final else (number, end)
            yield from parts(*behind, left - 1, wanted - value, stop, (*pieces, piece))

    text = atoms[final].text
    for stop in range(len(text) - 1, (at if atom == final else 0) - 1, -1):
        if len(text) in _ends(text, stop):
            total = _piece(atoms[final], stop, len(text))
            for cut in parts(atom, at, size - 1, int(total.value or 0), stop, ()):
                yield (*cut, total)


def _sums_up(pieces: Cut, block: Block) -> bool:
    if block.total is None:
        return True
    values = [piece.value for piece in pieces]
    if any(value is None for value in values):
        return True
    total: Number = values[block.total] or 0
    return sum(value or 0 for value in values) == 2 * total


def _ends(text: str, begin: int) -> list[int]:
    """Where a number that begins there may end: behind any digit but one before a point; a zero alone, or before
    decimals."""
    digits = begin + (text[begin] in _SIGNS)
    found: list[int] = []
    points = 0
    for at in range(digits, len(text)):
        points += text[at] in _POINTS
        if points > 1 or (points == 0 and at > digits and text[digits] in _ZEROS):
            break
        before_point = at + 1 < len(text) and text[at + 1] in _POINTS
        if text[at] not in _POINTS and not before_point:
            found.append(at + 1)
    return found


def _piece(atom: Atom, begin: int, end: int) -> Piece:
    text = atom.text[begin:end]
    if atom.is_dash:
        return Piece(text, atom.start + begin, None)
    plain = unicodedata.normalize("NFKC", text).replace("−", "-")
    return Piece(text, atom.start + begin, Decimal(plain) if "." in plain else int(plain))
