"""What a title looks like, and which of a page's claims to one is believed."""

import re
from collections.abc import Iterable, Sequence

from govreports.pages.lines import bare

_REPORT = re.compile(
    r"(?:报告|年报|总结|情况|报表|统计表|说明|公告|通告|通知|决定|意见|办法)(?:[（(][^（）()]{1,20}[）)])?$"
)
_YEAR = re.compile(r"(?:19|20)\d{2}|[二２][〇○０OoΟ零][一二１][〇○一二三四五六七八九０-９零]")
_ORGAN = re.compile(
    r"(?:人民政府|政府|委员会|委|局|厅|办公室|办|中心|处|所|院|站|队|校|镇|乡|街道|管委会|集团|公司|法院|检察院|总队|支队|署|部|馆|社|会|行|场|区|县|市|省|州|旗)"
    r"(?:[（(][^（）()]{1,20}[）)])?$"
)
_ENUMERATED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．,，是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[部章节]|[①-⑳])"
)
_SENTENCE = re.compile(r"[。；！？;]|[:：，,]$")
_LONGEST = 90


def titleish(text: str) -> bool:
    """Whether a line could be a title or a part of one: short, no sentence, no numbered heading, no salutation."""
    squeezed = bare(text)
    return (
        2 <= len(squeezed) <= _LONGEST
        and not _SENTENCE.search(squeezed)
        and not _ENUMERATED.match(squeezed)
        and squeezed.count("，") + squeezed.count(",") < 2
    )


def names_report(text: str) -> bool:
    """Whether a line ends as the titles of reports, summaries and notices do."""
    return bool(_REPORT.search(bare(text)))


def names_organ_alone(text: str) -> bool:
    """Whether a line is the name of an organ and nothing else."""
    squeezed = bare(text)
    return 3 <= len(squeezed) <= 30 and bool(_ORGAN.search(squeezed)) and not _YEAR.search(squeezed) and titleish(text)


def title_score(text: str) -> int:
    """How much a line of a dump looks like the title of a report: its ending, a year, a body of a title's length."""
    squeezed = bare(text)
    return 3 * names_report(text) + 2 * bool(_YEAR.search(squeezed)) + (8 <= len(squeezed) <= 60)


def begins_bare(text: str) -> bool:
    """Whether a title names no organ before its year, so that the line above may be its beginning."""
    return bool(re.match(r"^(?:关于|(?:19|20)\d{2}|二[〇○Oo零]|政府信息公开|政务公开|信息公开|年度)", bare(text)))


def breaks_off(text: str) -> bool:
    """Whether a line is a report's title without its end (`某局2013年政府信息公开`, `工作年度报告` on the next)."""
    squeezed = bare(text)
    return bool(_YEAR.search(squeezed) and "公开" in squeezed) and not names_report(text)


def confirmed(claims: Iterable[str], lines: Sequence[str]) -> str | None:
    """The first claim that the page also shows, on one line or over two or three that follow each other."""
    squeezed = [bare(line) for line in lines]
    shown = set(squeezed)
    for claim in claims:
        wanted = bare(claim)
        if not wanted:
            continue
        if wanted in shown:
            return claim
        for at, line in enumerate(squeezed):
            if line and wanted.startswith(line) and len(line) >= 4:
                for more in (2, 3, 4):
                    if "".join(squeezed[at : at + more]) == wanted:
                        return claim
    return None


def repeats_at(lines: Sequence[str], title: str) -> int:
    """How many of the first lines only repeat the title, whole or broken over up to four lines, however often."""
    wanted = bare(title)
    taken = 0
    while wanted:
        for count in (1, 2, 3, 4):
            if "".join(bare(line) for line in lines[taken : taken + count]) == wanted and len(lines) >= taken + count:
                taken += count
                break
        else:
            return taken
    return taken
