"""A report as a page of HTML, with the markup of the real world."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from random import Random

from .drawing import Case, Figures
from .grids import lay_out
from .hand import Hand
from .laying import Grid, Laid, Td
from .local_rows import with_local_rows
from .shapes import Cell
from .values import Printed, print_values

YEARS = {
    "standard-2019": (2019, 2020),
    "standard-2021": (2021, 2022, 2023),
    "annex-2014": (2014, 2015, 2016, 2017, 2018),
    "F1": (2009, 2010, 2012, 2013),
    "F2": (2014, 2015, 2017),
    "S1": (2008, 2010, 2013),
    "mixed-2021-2019": (2020, 2021),
    "mixed-2019-2021": (2020, 2021),
}
UNITS = ("苇渡县人民政府", "苇渡县水利局", "栖霞岭镇人民政府", "澄江市人民政府办公室")
SECTIONS = {
    "disclosure": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "remedies": "四、政府信息公开行政复议、行政诉讼情况",
    "annex": "六、附表",
}
OPENING = (
    "本报告依照有关规定编制，由总体情况、主动公开、依申请公开、存在问题等部分组成，所列数据的统计期限为当年全年。",
    "这一年，我们坚持以公开为常态、不公开为例外，围绕群众关心的事项持续做好公开工作，进一步理顺目录，充实栏目，规范办理"
    "流程，让群众找得到、看得懂、用得上。",
    "在组织领导上，明确了分管负责人和承办科室，把公开工作与业务工作同部署、同检查；在平台建设上，对栏目重新作了梳理，"
    "清理了失效链接，补齐了缺项内容。",
)
CLOSING = (
    (
        "五、存在的主要问题及改进情况",
        "个别栏目更新不够及时，解读形式较为单一，业务人员对政策的把握还不够准确。今后将加强督促和培训，改进解读的方式，"
        "定期检查栏目内容，发现问题及时整改。",
    ),
    ("六、其他需要报告的事项", "无其他事项。"),
)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page's bytes, and what a careful reader takes from its tables."""

    body: bytes
    figures: Figures
    printed: Mapping[Cell, Printed]
    year: int


def render_html(case: Case, figures: Figures, random: Random) -> Rendering:
    """The figures as a saved page."""
    hand = Hand(case.faults, random)
    if hand.has("local"):
        figures = with_local_rows(figures, hand)
    year = hand.choose(YEARS[case.form])
    printed = print_values(figures, hand)
    tables = lay_out(figures, printed, hand, year)
    title = f"{hand.choose(UNITS)}{year}年政府信息公开工作年度报告"
    blocks = [_paragraph(text, hand) for text in ("一、总体情况", *OPENING)]
    for sheet, laid in zip(figures.form.sheets, tables, strict=True):
        blocks.append(_paragraph(SECTIONS[sheet.kind], hand))
        blocks.append("\n".join(_tables(laid, hand)))
    if len(tables) > 1:
        blocks += [_paragraph(text, hand) for pair in CLOSING for text in pair]
    article = "\n".join(blocks)
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n'
        f'<div class="nav"><a href="/">首页</a> &gt; <a href="/xxgk/">政府信息公开年报</a></div>\n'
        f'<div class="article"><h1>{title}</h1>\n<div class="content">\n{article}\n</div></div>\n'
        f'<div class="footer">主办：苇渡县人民政府办公室</div>\n</body></html>'
    )
    return Rendering(page.encode(), figures, printed, year)


def _paragraph(text: str, hand: Hand) -> str:
    if hand.has("word"):
        return (
            f'<p class="MsoNormal" style="text-indent:32.0pt"><span style="font-family:仿宋_GB2312">{text}</span></p>'
        )
    return f"<p>{text}</p>"


def _tables(laid: list[Laid], hand: Hand) -> Iterator[str]:
    nested = hand.has("nested")
    for table in laid:
        if table.above:
            yield _paragraph(table.above, hand)
        markup = _table(table, hand)
        if nested:
            markup = f'<table width="100%" border="0"><tbody><tr><td align="center">{markup}</td></tr></tbody></table>'
        yield markup


def _table(table: Laid, hand: Hand) -> str:
    word, parted = hand.has("word"), hand.has("th")
    attributes = ' class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0"' if word else ' border="1"'
    head, body = _rows(table.head, hand), _rows(table.body, hand)
    if parted and table.head:
        inside = f"<thead>{head}</thead>\n<tbody>{body}</tbody>"
    else:
        inside = f"<tbody>{head}{body}</tbody>" if hand.chance(0.5) else head + body
    if word:
        width = max(sum(td.colspan for td in row) for row in (table.head or table.body))
        inside += '<tr height="0">' + '<td width="61" style="border:none"></td>' * width + "</tr>"
    return f"<table{attributes}>\n{inside}</table>"


def _rows(grid: Grid, hand: Hand) -> str:
    unclosed, capitals = hand.has("unclosed"), hand.has("capitals")
    tr, end = ("TR", "</TR>") if capitals else ("tr", "</tr>")
    end = "" if unclosed else end
    return "".join(f"<{tr}>{''.join(_td(td, hand) for td in row)}{end}\n" for row in grid)


def _td(td: Td, hand: Hand) -> str:
    th = hand.has("th") and (td.role == "head" or (td.role == "label" and hand.chance(0.5)))
    name = "th" if th else "td"
    quote = '"'
    if hand.has("capitals"):
        name, quote = name.upper(), ""
    spans = f" rowspan={quote}{td.rowspan}{quote}" if td.rowspan > 1 else ""
    spans += f" colspan={quote}{td.colspan}{quote}" if td.colspan > 1 else ""
    content = _content(td, hand)
    if hand.has("word"):
        content = (
            f'<p class="MsoNormal" align="center"><span lang="EN-US" style="font-size:10.5pt">{content}'
            f"<o:p></o:p></span>{'' if hand.has('unclosed') else '</p>'}"
        )
        spans = f' width="61" valign="top" style="border:solid windowtext 1.0pt;mso-border-alt:solid"{spans}'
    return f"<{name}{spans}>{content}{'' if hand.has('unclosed') else f'</{name}>'}"


def _content(td: Td, hand: Hand) -> str:
    text = td.text
    if td.role in ("label", "head") and len(text) > 3 and hand.has("br", 0.4):
        at = hand.random.randrange(2, len(text) - 1)
        one, two = escape(text[:at], quote=False), escape(text[at:], quote=False)
        return f"<p>{one}</p><p>{two}</p>" if hand.chance(0.3) else f"{one}<br/>{two}"
    if len(text.strip()) > 1 and hand.has("split", 0.4):
        at = hand.random.randrange(1, len(text))
        one, two = escape(text[:at], quote=False), escape(text[at:], quote=False)
        return hand.choose(
            (
                f"<span>{one}</span><span>{two}</span>",
                f"{one}<span>{two}</span>",
                f'<font face="宋体">{one}</font>{two}',
            )
        )
    return escape(text, quote=False).replace("\xa0", "&nbsp;")
