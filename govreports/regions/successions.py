"""Which code a division had in another year: 许昌县 411023 until 2015, 建安区 411003 since."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from govreports.regions.divisions import divisions, significant


@dataclass(frozen=True, slots=True)
class Successions:
    """The codes that took the place of one that was given up, the codes whose place one took, and the year in which
    each was given up."""

    after: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]
    ended: Mapping[str, int]


@cache
def successions() -> Successions:
    """The shipped table, read once."""
    after: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    ended: dict[str, int] = {}
    table = (files("govreports.regions") / "data" / "successions.tsv").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, successor, year = line.split("\t")
            ended[code] = int(year)
            after[code].append(successor)
            before[successor].append(code)
    return Successions(
        {code: tuple(codes) for code, codes in after.items()},
        {code: tuple(codes) for code, codes in before.items()},
        ended,
    )


def is_known(code: str) -> bool:
    """Whether `code` is a division's, now or since 1993."""
    return code in divisions().names or code in successions().after


def code_in(code: str, year: int) -> str:
    """The code that the division of `code` had at the end of `year`. Where that is not clear (it was split since, or
    made of several of other names) and for a code that no list knows, `code` itself."""
    seen = {code}
    at = code
    while off := _off(at, year):
        table = successions().after if off > 0 else successions().before
        steps = _namesakes(at, table.get(at, ()))
        if len(steps) != 1 or steps[0] in seen:
            return code
        at = steps[0]
        seen.add(at)
    return at


def lie_together(one: str, other: str) -> bool:
    """Whether two codes are of one division, or of one and a part of it, at whatever times they were valid."""
    others = {significant(code) for code in _kin(other)}
    return any(
        mine.startswith(theirs) or theirs.startswith(mine) for mine in map(significant, _kin(one)) for theirs in others
    )


def _off(code: str, year: int) -> int:
    """How many years a code is off: below 0 where it came later, above where it was given up before; 0 in its time and
    for an unknown one."""
    ended = successions().ended.get(code)
    first, last = divisions().spans.get(code, (0, ended - 1) if ended else (year, year))
    return min(year - first, 0) or max(year - last, 0)


def _namesakes(code: str, steps: tuple[str, ...]) -> tuple[str, ...]:
    """Of several codes a step away those that shared a name with `code`: 弋江区 stayed 弋江区, whatever joined it."""
    names = set(divisions().names.get(code, ()))
    same = tuple(step for step in steps if names.intersection(divisions().names.get(step, ())))
    return same if len(steps) > 1 and same else steps


def _kin(code: str) -> set[str]:
    """`code`, all that it came of and all that came of it."""
    kin = {code}
    for table in (successions().after, successions().before):
        left = [code]
        while left:
            for step in table.get(left.pop(), ()):
                if step not in kin:
                    kin.add(step)
                    left.append(step)
    return kin
