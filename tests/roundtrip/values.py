"""Values as they are printed in a cell, and what a careful reader takes from it."""

from dataclasses import dataclass
from decimal import Decimal

from .drawing import Figures
from .hand import Hand
from .shapes import Cell

WIDE = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
DASHES = ("/", "—", "-", "——", "--", "／", "－")
TEXTS = ("不适用", "详见附件", "未统计")
TEN_THOUSAND = Decimal(10000)


@dataclass(frozen=True, slots=True)
class Printed:
    """The characters of a cell; the value, how it is stated, and the measure if the cell itself names one."""

    text: str
    value: Decimal | None
    stated: str
    measure: str | None = None


def print_values(figures: Figures, hand: Hand) -> dict[Cell, Printed]:
    """Every cell of a form as this hand prints it."""
    dash = hand.choose(DASHES)
    return {cell: print_value(cell, amount, figures, hand, dash) for cell, amount in figures.amounts.items()}


def print_value(cell: Cell, amount: Decimal, figures: Figures, hand: Hand, dash: str) -> Printed:
    gap = figures.gaps.get(cell)
    if gap == "blank":
        return Printed("", None, "blank")
    if gap == "dash":
        return Printed(dash, None, "dash")
    if gap == "text":
        return Printed(hand.choose(TEXTS), None, "text")
    measure = None
    if cell.counts in ("wan", "yuan"):
        measure = cell.measure
        if hand.has("units", 0.5):
            amount, measure = _in_other_measure(cell, amount) if hand.chance(0.3) else (amount, measure)
            return Printed(_dress(_digits(amount, hand), hand) + measure, amount, "number", measure)
    text = _digits(amount, hand)
    if cell.counts == "change":
        text = _signed(amount, text, hand)
    if "/" not in text and hand.has("units", 0.15):
        measure = "笔" if cell.indicator == "procurement.projects" else cell.measure
        text += measure
    return Printed(_dress(text, hand), amount, "number", measure)


def _in_other_measure(cell: Cell, amount: Decimal) -> tuple[Decimal, str]:
    return (amount * TEN_THOUSAND, "元") if cell.counts == "wan" else (amount / TEN_THOUSAND, "万元")


def plain(amount: Decimal) -> str:
    """The digits of an amount without exponent or superfluous zeros."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _digits(amount: Decimal, hand: Hand) -> str:
    """The digits without a sign."""
    text = plain(abs(amount))
    if hand.has("commas") and abs(amount) >= 1000:
        whole, point, rest = text.partition(".")
        text = f"{int(whole):,}{point}{rest}"
        if hand.chance(0.2):
            text = text.replace(",", "，")
    return text


def _signed(amount: Decimal, digits: str, hand: Hand) -> str:
    """A change: 3/2 is three more and two fewer."""
    if not amount:
        return digits
    if not hand.has("signs"):
        return ("+" if amount > 0 else "-") + digits
    if hand.chance(0.2):
        fewer = max(Decimal(0), -amount) + hand.random.randrange(1, 9)
        return f"{amount + fewer}/{fewer}"
    return hand.choose(("+", "增", "增加", "") if amount > 0 else ("-", "减", "减少", "－")) + digits


def _dress(text: str, hand: Hand) -> str:
    if hand.has("wide", 0.5):
        text = text.translate(WIDE)
    if hand.has("padded", 0.4):
        text = hand.choose(("{} ", " {}", "{}\xa0\xa0\xa0", "\xa0{}\xa0", "　{}")).format(text)
    return text
