"""What an 索引号 says of the organ that gave it.

No rule holds for the whole country. Seen: `<organ code>/<YYYYMM>-<number>`, the same with the credit code, with hyphens
or nothing between the parts, with the organ left out (`/202502-00026`), a division's code in front (330200-…, and 21
digits in one run that begin with it), and house rules of letters and columns that tell nothing.
"""

import re
import unicodedata
from dataclasses import dataclass

from govreports.regions.organ_codes import is_credit_code, is_organ_code
from govreports.regions.search import is_code

_DASHES = str.maketrans("—–－‐‑‒―−／＼\\", "--------///")
_CREDIT = re.compile(r"(?<![0-9A-Z])[1-9ANY][1-9A-Y]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?![0-9A-Z])")
_GLUED = re.compile(r"[1-9ANY][1-9A-Y]\d{6}[0-9A-HJ-NP-RTUWXY]{10}(?=(?:19|20)\d{2})")
_ORGAN = re.compile(r"(?<![0-9A-Z])([0-9A-Z]{8})-?([0-9X])(?![0-9A-Z])")
_DIVISION = re.compile(r"(\d{6})(?:[-/.]|\d{9,}$)")


@dataclass(frozen=True, slots=True)
class IndexNumber:
    """`credit_code` has 18 characters, `sound` says whether its check digit holds; `organ_code` has nine (read out of
    the credit code where there is one), its own check digit right. `division` is the code of the division that
    registered the organ, or stands in front: as printed, so it may be one given up since, or none that a list knows."""

    credit_code: str | None = None
    organ_code: str | None = None
    division: str | None = None
    sound: bool = False


def read_index_number(printed: str) -> IndexNumber:
    """The codes in an index number as printed; an empty `IndexNumber` where it tells none."""
    text = "".join(unicodedata.normalize("NFKC", printed).translate(_DASHES).split()).upper()
    if credit := _credit_code(text):
        organ = credit[8:17]
        return IndexNumber(credit, organ if is_organ_code(organ) else None, credit[2:8], is_credit_code(credit))
    if match := _DIVISION.match(text):
        return IndexNumber(division=match[1]) if is_code(match[1]) else IndexNumber(organ_code=_organ_code(text))
    return IndexNumber(organ_code=_organ_code(text))


def _credit_code(text: str) -> str | None:
    """The first credit code; one run together with the year behind it only where both its check digits hold."""
    if match := _CREDIT.search(text):
        return match[0]
    glued = _GLUED.match(text)
    return glued[0] if glued and is_credit_code(glued[0]) and is_organ_code(glued[0][8:17]) else None


def _organ_code(text: str) -> str | None:
    codes = (match[1] + match[2] for match in _ORGAN.finditer(text))
    return next((code for code in codes if is_organ_code(code)), None)
