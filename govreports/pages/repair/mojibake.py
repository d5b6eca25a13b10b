"""Garbled characters: what encodings read wrongly leave behind, and what broken glosses leave."""

import re

from govreports.pages.repair.han import HAN
from govreports.pages.repair.pinyin import LETTERS, MARKED

# Bytes C0 to FF read as Latin-1 or as windows-1252, followed by what continuation bytes become.
_LATIN_LEAD = "Â-ô"
_LATIN_TRAIL = "\x80-¿ŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"

_BOX = "┌-╿▀-▟"  # Drawn lines and blocks; ─ ━ │ ┃ ┄-┋ serve as dashes and separators.

_GARBLED_HAN = "锛銆鐨鏄涓鍥鏀鍏淇鎭鍜"

MOJIBAKE_HINT = f"\ufffd\x80-\x84\x86-\x9fÀ-ÿ锟斤烫屯锘{_GARBLED_HAN}?？{_BOX}{MARKED}"
"""Characters without one of which no text is garbled, as the inside of a regular expression's class."""

_MARKS = re.compile(
    rf"""
      \ufffd+
    | [\x80-\x84\x86-\x9f]+                                     # C1 controls
    | (?:[{_LATIN_LEAD}][{_LATIN_TRAIL}]{{1,3}}){{2,}}          # ä¸å›½: UTF-8 read as Latin-1
    | (?:锟斤拷|锟斤|斤拷锟?|烫烫烫+|屯屯屯+|锘[挎縖])+         # U+FFFD and uninitialised memory read as GBK
    | [?？](?=[{LETTERS}]{{1,8}}\))(?=[A-Za-z]*[{MARKED}])[{LETTERS}]+\)   # ?zhí): a gloss of half a character
    | (?<=[{HAN}])\?{{2,}}(?=[{HAN}])
    | (?<=[{HAN}])[{_BOX}]+
    | [{_BOX}]+(?=[{HAN}])
    """,
    re.VERBOSE,
)
_UNBALANCED = re.compile(
    rf"(?<![(（{LETTERS}])(?=[A-Za-z]*[{MARKED}])[{LETTERS}]{{1,8}}[)）]|(?<=[{HAN}])\((?=[A-Za-z]*[{MARKED}])[{LETTERS}]{{1,8}}(?![)）{LETTERS}])"
)
_UPPER_LATIN = re.compile("[¡-ÿ]{4,}")
_QUESTION = re.compile(rf"(?<=[{HAN}])\?(?=[{HAN}])")
_ASKS = re.compile("[吗呢么何哪谁几否怎嘛啥咋吧]|多少|是不是|有没有|能不能|可不可|会不会|该不该|好不好|要不要|行不行")
_LONGEST_CLAUSE = 100
_CLAUSE = re.compile(r"[^，。；：！？,;:!?]*$")

# UTF-8 read as GBK: 的 becomes 鐨, 一 涓, 是 鏄, 国 鍥, the full stop 銆, the comma 锛. What stands before is bounded,
# since a line may be one long paragraph.
_UTF8_AS_GBK = re.compile(f"[{HAN}€]{{0,8}}[{_GARBLED_HAN}][{HAN}€\ue000-\uf8ff]{{2,}}")


def mojibake(line: str) -> list[tuple[int, int]]:
    """Half-open spans of garbled characters in a line."""
    spans = [match.span() for match in _UTF8_AS_GBK.finditer(line) if _is_utf8(match.group())]
    spans += [_widened(line, *match.span()) for match in _MARKS.finditer(line)]
    spans += [match.span() for match in _UPPER_LATIN.finditer(line) if _is_gbk_as_latin(match.group())]
    spans += [match.span() for match in _UNBALANCED.finditer(line)]
    spans += [match.span() for match in _QUESTION.finditer(line) if not _is_question(line, match.start())]
    return spans


def _is_gbk_as_latin(run: str) -> bool:
    """Whether a run of upper Latin-1 characters is GBK read as Latin-1 (`ÖÐ¹ú`). No word has four, and a row of
    dots or signs has no letters."""
    return sum(1 for character in run if character >= "À") > 1


def _is_question(line: str, at: int) -> bool:
    """Whether the clause before a question mark asks something; dumps write full-width punctuation in ASCII."""
    clause = _CLAUSE.search(line[max(0, at - _LONGEST_CLAUSE) : at])
    return clause is not None and _ASKS.search(clause.group()) is not None


def _widened(line: str, start: int, end: int) -> tuple[int, int]:
    """Underscores after garbled characters stand for one more."""
    while end < len(line) and line[end] == "_":
        end += 1
    return start, end


def _is_utf8(text: str) -> bool:
    """Whether a text's GBK bytes are, but for a cut at either end, UTF-8: no Chinese text's are by chance."""
    try:
        body = text.encode("gb18030")
    except UnicodeEncodeError:
        return False
    body = body.lstrip(bytes(range(0x80, 0xC0)))
    for cut in range(3):
        try:
            return len(body[: len(body) - cut].decode("utf-8")) >= 2
        except UnicodeDecodeError:
            continue
    return False
