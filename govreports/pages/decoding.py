"""Bytes to text: what a page declares, then UTF-8, GB18030 and Big5, each judged by how Chinese the result reads.

Declarations are wrong often enough, and statistical detection costs as much as parsing a page, so a few strict
decodes decide nearly always; doubtful bodies are judged on a bounded sample.
"""

import codecs
import re
from dataclasses import dataclass

import chardet

from govreports.pages.binary import looks_binary
from govreports.pages.chinese import how_chinese
from govreports.pages.declared import byte_order_mark, canonical, declared_encodings
from govreports.pages.gb18030 import decode_gb18030
from govreports.pages.wide import utf16_without_mark

__all__ = ["Decoded", "decode", "looks_binary"]

_SAMPLE = 16384
_CHINESE_ENOUGH = 0.35
"""A text that reads less Chinese than this was decoded wrongly, or is no Chinese text."""

_BEYOND_DOUBT = 0.8
"""No wrong reading comes near this: the next best encoding of a Chinese page reaches 0.3."""

_DECLARED_BONUS = 0.1
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is a canonical lower-case name, `lost` the number of characters that the bytes did not give (each a
    U+FFFD in the text), `reason` what decided."""

    text: str
    encoding: str
    lost: int
    reason: str


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """Decode a page's body. `content_type` is the HTTP header's value. Never fails; what the body is not (an image, a
    PDF) is not judged here."""
    mark = byte_order_mark(body)
    if mark:
        encoding, length = mark
        text = _decoded(body[length:], encoding)
        if encoding != "utf-8" or _valid_utf8(body[length:]) is not None:
            return _result(body[length:], text, encoding, "byte order mark")
        body = body[length:]
    if (wide := utf16_without_mark(body)) is not None:
        return _result(body, _decoded(body, wide), wide, "NUL in every other byte")
    declared = declared_encodings(body, content_type)
    if not _BEYOND_ASCII.search(body):
        if _HZ.search(body):
            return _result(body, body.decode("hz", "replace"), "hz", "HZ escapes")
        return _result(body, body.decode("ascii"), "utf-8", "ASCII alone")
    claims = dict(reversed([(name, f"declared ({place})") for name, place in declared]))
    valid = _valid_utf8(body)
    if valid is not None and not (claims.keys() - {"utf-8"} and _is_doubtful(body)):
        return _result(body, valid, "utf-8", claims.get("utf-8", "valid UTF-8"))
    return _judged(body, claims)


def _judged(body: bytes, claims: dict[str, str]) -> Decoded:
    """The most Chinese of the readings; a declared one wins a tie, another encoding gets its chance only then."""
    sample = _sample(body)
    scores: dict[str, float] = {}
    for encoding in dict.fromkeys((*claims, "utf-8", "gb18030", "big5")):
        reading = sample.decode("utf-8", "replace") if encoding == "utf-8" else _decoded(sample, encoding)
        scores[encoding] = how_chinese(reading) + (_DECLARED_BONUS if encoding in claims else 0)
        if scores[encoding] > _BEYOND_DOUBT:
            break
    best = max(scores, key=scores.__getitem__)
    reason = claims.get(best, "reads most Chinese")
    if scores[best] < _CHINESE_ENOUGH:
        best, reason = _last_resort(sample, best, claims)
    return _result(body, _decoded(body, best), best, reason)


def _last_resort(sample: bytes, best: str, claims: dict[str, str]) -> tuple[str, str]:
    """A reading for a body that reads Chinese in no encoding: as declared if that fits, else as chardet thinks."""
    for encoding, reason in claims.items():
        if "\ufffd" not in _decoded(sample, encoding):
            return encoding, reason
    guess = chardet.detect(sample[:4096])["encoding"]
    guessed = canonical(guess) if guess else None
    if guessed and guessed != "ascii" and "\ufffd" not in _decoded(sample, guessed):
        return guessed, "detected (chardet)"
    return best, "nothing fits; the least bad"


def _valid_utf8(body: bytes) -> str | None:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _is_doubtful(body: bytes) -> bool:
    """Whether valid UTF-8 holds no Chinese character: two GBK bytes can be one of Latin or Cyrillic by chance."""
    return not re.search(rb"[\xe3-\xef][\x80-\xbf]{2}", body)


def _sample(body: bytes) -> bytes:
    """Bytes to judge by: from the first beyond ASCII on, and for a big body as much again from its middle, begun at
    a line or an element so that no character is cut there."""
    first = _BEYOND_ASCII.search(body)
    start = first.start() if first else 0
    sample = _whole_lines(body[start : start + _SAMPLE]) if len(body) > start + _SAMPLE else body[start:]
    middle = (start + len(body)) // 2
    if middle <= start + _SAMPLE:
        return sample
    boundary = re.compile(rb"[\n<>]").search(body, middle)
    if boundary is None:
        return sample
    return sample + b"\n" + _whole_lines(body[boundary.start() : boundary.start() + _SAMPLE])


def _whole_lines(sample: bytes) -> bytes:
    """A sample without its last line or element, in which a character may be cut; all of it where it is but one."""
    return sample[: max(sample.rfind(b"\n"), sample.rfind(b"<")) + 1] or sample


def _decoded(body: bytes, encoding: str) -> str:
    if encoding == "gb18030":
        return decode_gb18030(body)
    if encoding == "utf-8":
        return body.decode("utf-8", _ONE_FOR_ONE)
    return body.decode("cp950" if encoding == "big5" else encoding, "replace")


def _result(body: bytes, text: str, encoding: str, reason: str) -> Decoded:
    """Without a byte order mark or NULs in the text. What was U+FFFD in the page already was not lost here."""
    lost = 0
    if "\ufffd" in text:
        already = body.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0
        lost = max(0, text.count("\ufffd") - already)
    if b"\0" in body:  # asked first: replacing what is not there takes as long as decoding
        text = text.replace("\0", "")
    return Decoded(text.removeprefix("\ufeff"), encoding, lost, reason)


_ONE_FOR_ONE = "govreports.one-for-one"
_BROKEN_MIDDLE = re.compile(rb"[\xe3-\xe9][^\x80-\xff<>&\"'\r\n][\x80-\xbf](?![\x80-\xbf])")
# Where reading may go on after a broken character: ASCII, or a Chinese character that something whole follows.
_SOUND = re.compile(rb"[\x00-\x7f]|[\xe2-\xe9\xef][\x80-\xbf]{2}(?=[\x00-\x7f\xc2-\xf4]|$)")
_BROKEN_AT_MOST = 5


def _replace_one(error: UnicodeError) -> tuple[str | bytes, int]:
    """Error handler: one U+FFFD for one broken character, its orphaned bytes included."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    body, start = error.object, error.start
    if broken := _BROKEN_MIDDLE.match(body, start):
        return "\ufffd", broken.end()
    for end in range(start + 1, min(start + _BROKEN_AT_MOST, len(body)) + 1):
        if end == len(body) or _SOUND.match(body, end):
            return "\ufffd", end
    return "\ufffd", error.end


codecs.register_error(_ONE_FOR_ONE, _replace_one)
