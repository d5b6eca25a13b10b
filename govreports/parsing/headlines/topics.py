"""Which quantities some words name as things that may happen, be received or be charged."""

import re

_CAUSE = re.compile(
    r"(?:因|由于|由|涉及到?|针对|关于|就|对于?|有关|与)[^,;。]*?(?=(?:被)?(?:提起|申请|引起|引发|发生)?(?:的)?(?:行政)?(?:复议|诉讼|申诉|投诉|举报))"
)
_ENUMERATED = re.compile(r"(?:申请|依申请公开)(?:件|事项|表)?(?:[、和及或与]|以及)")
_LEADS_ON = r"(?!(?:工作|方面|过程中?)?(?:而|所)?(?:被|引|产生|导致|发生|的?(?:行政)?(?:复议|诉讼|投诉|举报|申诉)))"
_WAIVED = re.compile(r"(?:减免|免除|免收)[^,、和及]{0,6}?费用?(?:的)?|费用的?减免")
"""减免 alone says nothing of what was charged."""
_OUTCOME = re.compile(r"败诉|撤销|纠正|纠错|违法")
"""没有败诉案件 says nothing of how many there were."""
_COPIES = re.compile(r"检索|复制|邮寄|复印")
_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "requests.received",
        re.compile(
            rf"依申请公开{_LEADS_ON}|(?:公开|信息)(?:的)?(?:书面|任何|有效)?申请(?!人|条件|办法|表格|指南){_LEADS_ON}(?!行政|提起)"
            r"|申请公开(?:政府|相关)?信息|(?:公开|获取|提供)[^,、]{0,12}信息的(?:书面)?(?:申请|请求|要求)|信息的申请|申请(?:获取|查阅|公开)?(?:相关|有关)?(?:的)?(?:政府|政务)信息(?:公开)?|申请公开的(?:要求|请求)|(?:公民|法人|组织|群众|个人)的?申请$|要求[^,]{0,14}(?:提供|获取)[^,]{0,8}信息|申请公开(?:情况)?$|(?<!依)申请(?:政府|政务)?信息公开$|^申请公开事项|^申请[、和](?=[^,]*(?:复议|诉讼|收费))|^(?:任何|相关|有关|书面|形式的|一件|公民的?){0,3}申请(?:件|事项)?$"
        ),
    ),
    ("staff.full_time", re.compile(r"^专职(?:工作)?人员")),
    ("reviews", re.compile(r"复议")),
    ("litigation", re.compile(r"诉讼|应诉|官司")),
    ("appeals", re.compile(r"(?<!投诉)申诉")),
    ("complaints", re.compile(r"投诉|举报")),
    ("requests.carried_in", re.compile(r"上(?:一)?年(?:度|末|底)*[^,]{0,4}(?:结转|遗留)")),
    ("requests.carried_out", re.compile(r"(?:结转|转入)(?:至|到)?(?:下|次)(?:一)?年")),
    ("fees.processing", re.compile(r"信息(?:公开)?处理费")),
    (
        "fees",
        re.compile(
            r"收费|收取(?![^,]{0,8}处理费)[^,]{0,16}费|(?:检索|复制|邮寄|复印|工本|手续|查询)费|(?<!处理)费用"
            r"|^费$|^取[^,]{0,12}费"
        ),
    ),
)


def topics_of(words: str) -> list[str]:
    """Indicators that some words name as things that may happen, be received or be charged."""
    cause = _CAUSE.search(words)
    if cause and not _ENUMERATED.search(cause.group()):
        words = words[: cause.start()] + words[cause.end() :]
    words = _WAIVED.sub("", words).strip(" ,;:。.、")
    topics = [indicator for indicator, pattern in _TOPICS if pattern.search(words)]
    if "fees" in topics and "requests.received" in topics and not _ENUMERATED.search(words):
        # 未向申请公开政府信息的公民收取费用: the request only tells whom.
        topics.remove("requests.received")
    if _OUTCOME.search(words):
        topics = [topic for topic in topics if topic not in ("reviews", "litigation")]
    if "fees.processing" in topics and not _COPIES.search(words):
        topics = [topic for topic in topics if topic != "fees"]
    if "requests.carried_out" in topics or "requests.carried_in" in topics:
        return [topic for topic in topics if topic != "requests.received"]
    return topics
