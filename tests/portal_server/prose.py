"""What the reports say: invented, and no two alike."""

from .world import Item

SUMMARY = "@summary@"
"""Where the page of a summary holds its links."""


def paragraphs(item: Item) -> tuple[str, ...]:
    """The text of an item's page, its first paragraphs on the first page of an article in two."""
    if item.fate == "summary":
        return (SUMMARY,)
    if item.fate == "not-a-report":
        return ("为做好政府信息公开工作，现将有关事项说明如下。", "请各单位认真执行，遇到问题及时反映。")
    requests = item.number % 7 + 1
    return (
        f"根据《中华人民共和国政府信息公开条例》的规定，{item.unit.name}编制了本年度报告。",
        "一、概述",
        f"{item.year}年，我们坚持公开为常态，及时更新公开目录，按时发布群众关心的信息。",
        "二、主动公开政府信息情况",
        f"{item.year}年，本机关主动公开政府信息{item.disclosed}条。",
        "三、依申请公开政府信息情况",
        f"{item.year}年，本机关收到政府信息公开申请{requests}件，全部按期答复。",
        "四、存在的主要问题及改进措施",
        "公开的内容还不够全面，更新还不够及时。今后要加强培训，细化目录，方便群众查阅。",
    )


def body(item: Item) -> str:
    """The same as the HTML of an editor."""
    return "\n".join(f'<p style="text-indent:2em;">{text}</p>' for text in paragraphs(item))
