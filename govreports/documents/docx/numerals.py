"""How Word writes the numbers of a numbered paragraph (ST_NumberFormat of ISO/IEC 29500)."""

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SILENT = ("bullet", "none")


def numeral(number: int, style: str) -> str:
    """A number as a list of that format prints it; in digits where the format is none of those Chinese reports use,
    empty for bullets."""
    if style in _SILENT:
        return ""
    if number <= 0 or number > 9999:
        return str(number)
    if style in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"):
        return _counted(number)
    if style in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style == "ideographTraditional" and number <= len(_STEMS):
        return _STEMS[number - 1]
    if style in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if style == "upperRoman" else roman
    if style in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and number <= 20:
        return chr(0x2460 + number - 1)
    if style == "decimalEnclosedParen" and number <= 20:
        return chr(0x2474 + number - 1)
    if style == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    return f"{number:02}" if style == "decimalZero" else str(number)


def _counted(number: int) -> str:
    """一, 十, 十一, 二十, 一百零三."""
    digits = str(number)
    written = ""
    gap = False
    for at, digit in enumerate(digits):
        if digit == "0":
            gap = True
            continue
        written += ("零" if gap and written else "") + _DIGITS[int(digit)] + _UNITS[len(digits) - at - 1]
        gap = False
    return written.removeprefix("一") if written.startswith("一十") else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written
