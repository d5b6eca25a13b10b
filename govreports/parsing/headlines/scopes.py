"""Whose figure a statement gives: the reporting organ's, with its departments, of bodies below, of the whole area.

The bodies named as subject decide; 全市 or 全区 in front of such bodies (全区各乡镇) does not. 全市, 我市 and
各类公开主体 alone mean the area. A clause without a subject takes it from the clause or sentence before in the same
paragraph, parts (其中…) skipped; with none anywhere it is the organ's own.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from govreports.model.report import Scope
from govreports.parsing.headlines.sentences import Clause

_LEAD = re.compile(
    r"^[\s,;:、(]*(?:[一二三四五六七八九十]{1,3}(?:、|是)|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.)](?!\d)|[①-⑳]|其中|历年|另外|此外|同时|目前|据统计|经统计|统计显示|(?:自|从|截[至止]到?|至|到|在)?(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:度|底|末)?"
    r"(?:1?\d月(?:份|底|末)?(?:\d{1,2}日)?)?(?:以来|起|期间|内|中|,)?|本年度?|全年|今年(?:以来)?|年内|一年来|[至到]\d{1,2}月\d{1,2}日)?"
)
_PREDICATE = re.compile(
    r"共计|共|累计|新收|是|指定|成立|建立|办结|回复|涉及|从事|配备|设|落实|安排|确定|明确|依|合计|总计|主动|通过|利用|依托|在|向|将|把|经|公开(?!主体|单位|机关|责任)|发布|公布|未|没有|没|无|尚|收到|收取|接到|接受|受理|办理|答复|均|都|已|新增|"
    r"对|因|由|针对|就|(?:政府|政务)?公报|(?:政府|政务)(?:信息|网|门户|微)|信息公开|网站|门户|网上|网页|全年|\d|本年|当年|今年|年度|不存在|不|从未|暂|一律|达|为|有|发生|产生|制作|"
    r"以|按|根据|行政复议|行政诉讼|年|召开|组织|开展"
)
_COUNTED = re.compile(
    r"(?:\d+|[二两三四五六七八九十]+)(?:多|余)?(?:个|家)(?=(?:县|区|市|乡|镇|街道|部门|单位|社区|村|委|局|办))"
)
"""全县13个乡镇 are 全县各乡镇."""
_OWN = re.compile(
    r"^(?:我|本)(?:局|委|办|厅|院|中心|单位|机关|部门|处|所|队|站|行|会|校|镇|乡|街道|场|社|馆|行政机关|级|管委会|开发区|园区|新区|办事处|公司|系统)"
    r"|^(?:我们|本行政机关|[省市县区州旗镇乡局]?(?:机关|本级|机关本级)$|(?:局|委|中心|机关|院)?(?:办公室|各?科室)$|[省市县区州旗](?:局|委)(?:机关|本级)?$|全(?:局|委|办|厅|院|中心|校|所|队))"
)
_WITH_ITS_OWN = re.compile(
    r"^(?:我|本)?(?:[省市县区]?局|委|办|厅|院|中心|单位|机关)(?:机关|本级)?(?:及|和|与|、)(?:其|各|所|下|直|二级)"
)
_SUBORDINATE = re.compile(
    r"乡镇|镇街|镇乡|街镇|各镇|各乡|各街道|街道(?:办事处)?[、和及与]|县区|区县|县市区|市县|旗县|各县|各区|各市|各旗|各村|村\(社区\)|各社区|基层|下属|所属|局属|各分局|分局|支队|大队|各所|各站|"
    r"二级(?:单位|机构)|下级|\(区\)|\(市\)、区|县\(市|区\(市|各街镇|各园区|各区县|镇\(街"
)
_DEPARTMENTS = re.compile(
    r"[省市县区州盟旗政]直|(?:及|和|、)(?:其|各|所有|有关)?(?:工作|职能|直属|组成)?部门|(?:市|县|区|省|州|旗|本)级(?:各|机关)?(?:部门|单位|机关)|各(?:职能|有关|政府|工作)?部门|"
    r"(?:政府|各)(?:组成)?部门|各(?:单位|委办局|部委办局|局办|委局)|直属机构|部门(?:单位)?$"
)
_AREA = re.compile(
    r"^(?:全|我|本)(?:省|市|县|区|州|盟|旗|镇|乡)$|公开主体|^全(?:省|市|县|区|州|盟|旗)(?:各级?)?(?:单位|行政机关|机关)|各级(?:各类|各部门|各单位|行政|政府|公开)|^全(?:系统|域)"
)
_GOVERNMENT = re.compile(r"^[省市县区州盟旗镇乡]?(?:人民)?政府(?:办公室|办)?(?:本级|本身|机关)?$|^(?:镇|乡|街道)$")
_BUREAU = re.compile(r"^[省市县区州旗镇乡](?!政府).*(?:局|委|办|厅|院|中心|处|办公室)$")
_PROVINCE = re.compile(r"(?:省|自治区|省人民政府|自治区人民政府)$")
_CITIES = re.compile(r"各?(?:设区的?)?(?:市|州|地)(?:[、(及和]|各?县)")
_ZONE = re.compile(r"管理委员会|管委会")
_OURS = re.compile(r"(?:我|本)(镇|乡|街道|局|委|厅)")
_TOWN = re.compile(r"[镇乡](?:人民政府|政府)?$")
_RESPONDENT = re.compile(r"(?:以|将|把)(.{2,16}?)(?:为|作为|列为)(?:共同)?(?:被申请人|被告)")
_SHORT = re.compile(r"(?!.?[省市县区]委$).{2,7}(?:局|委|办|厅|院|中心|(?<!市|县)区|管委会)")
_FAR = 12
"""How many clauses or sentences back a subject is looked for."""
_FAR_IN = 80
"""How many characters of a clause may come before the end of its subject."""
_REMARK = re.compile(r"\((?:办公室|办|本级|含[^)]*)\)")
_ADDRESSED = re.compile(r"向(.{2,16}?)(?:提出|申请)(?!行政复议|复议)")  # 向县直部门申请10件
_THING = re.compile(r"网站|门户|公报")  # 县政府门户网站 is a thing of the organ, not the organ
_THROUGH = re.compile(r"通过|利用|依托|在")
_ORGAN = re.compile(r"(?:局|委|办|厅|院|中心|处|镇|乡|街道|委员会|办事处|政府|县|区|公司|学校|医院)$")


def read_scope(subject: str, unit: str | None) -> Scope | None:
    """Scope of a subject; None where it names nobody. `unclear` where it names another organ."""
    if not subject:
        return None
    if unit and (ours := _OURS.match(subject)) and not _may_be(ours[1], unit):
        return "unclear"
    if _WITH_ITS_OWN.search(subject):
        return "own_and_departments"
    if _OWN.search(subject) and not _SUBORDINATE.search(subject):
        return "own_and_departments" if _DEPARTMENTS.search(subject) else "own"
    if _SUBORDINATE.search(subject):
        return "subordinate"
    if _AREA.search(subject):
        return "area"
    if unit and _PROVINCE.search(unit) and _CITIES.match(subject):
        return "subordinate"
    if _DEPARTMENTS.search(subject):
        return "own_and_departments"
    if (
        unit
        and "政府" in unit
        and unit.startswith(subject)
        and subject.endswith(("省", "市", "县", "区", "州", "盟", "旗"))
    ):
        return "area"
    if _names_unit(subject, unit):
        return "own"
    return "unclear" if unit and _ORGAN.search(subject) else None


def _may_be(kind: str, unit: str) -> bool:
    """Whether a unit may call itself 我镇, 我街道 or 我局; what it may not was pasted from another organ's report."""
    if kind in ("镇", "乡"):
        return bool(_TOWN.search(unit))
    if kind == "街道":
        return "街道" in unit
    return not (_TOWN.search(unit) or "街道" in unit or unit.endswith("人民政府"))


def _names_unit(subject: str, unit: str | None) -> bool:
    unit = _ZONE.sub("管委会", unit) if unit else unit
    subject = _ZONE.sub("管委会", subject).removesuffix("机关").removesuffix("本级") or subject
    if unit and (unit.endswith(subject) or subject.endswith(unit) or subject in unit):
        return True
    if unit and "政府" in unit and _GOVERNMENT.search(subject):
        return True
    return bool(unit and (_core(subject) in unit or _abbreviates(subject, unit)))


def _abbreviates(subject: str, unit: str) -> bool:
    """Whether a subject is the unit's name shortened as is usual: 市发改委, 高新区."""
    left = iter(unit)
    return bool(_SHORT.fullmatch(subject)) and all(character in left for character in subject)


def _core(subject: str) -> str:
    """A subject less its place: 市商务局 and 县商务局 are 商务局."""
    return re.sub(r"^.{0,6}?[省市县区州盟旗](?=.{3,})", "", subject)


@lru_cache(maxsize=512)
def read_subject(folded: str, *, of_thing: bool = False) -> str:
    """The words before the first predicate of a clause, without time words; empty where nothing stands there or where
    it is too long to be a subject. What an organ owns (县政府门户网站) is no subject; `of_thing` asks for its owner."""
    text = _REMARK.sub("", _COUNTED.sub("各", folded))
    while (match := _LEAD.match(text)) and match.end():
        text = text[match.end() :]
    if respondent := _RESPONDENT.match(text):
        return respondent[1]
    if addressed := _ADDRESSED.match(text):
        return addressed[1]
    predicate = _PREDICATE.search(text)
    if (
        not of_thing
        and predicate
        and _THING.search(predicate.group())
        and not _THROUGH.search(text[: predicate.start()])
    ):
        return ""
    subject = (text[: predicate.start()] if predicate else text).strip(" ,;:、。")
    return subject if 0 < len(subject) <= 24 else ""


def deciding_subject(
    clauses: Sequence[Clause], index: int, before: int, earlier: Sequence[Sequence[Clause]], unit: str | None
) -> str | None:
    """The nearest subject that tells whose a figure at offset `before` of clause `index` is: its own clause's, or that
    of the clauses before it, or of the sentences before it in the paragraph; parts are skipped."""
    subjects = (read_subject(folded[:_FAR_IN]) for folded in _back_from(clauses, index, before, earlier))
    return next((subject for subject in subjects if read_scope(subject, unit) is not None), None)


def _back_from(
    clauses: Sequence[Clause], index: int, before: int, earlier: Sequence[Sequence[Clause]]
) -> Iterator[str]:
    yield clauses[index].folded[:before]
    for sentence in (clauses[:index], *earlier[: -_FAR - 1 : -1]):
        yield from (clause.folded for clause in sentence[: -_FAR - 1 : -1] if not clause.part)


def is_stranger(subject: str | None, unit: str | None) -> bool:
    """Whether a subject is an organ other than the unit and its own (市政府 in a bureau's report).

    A bureau in its government's report (县监察局) is none; whose figure it gives is unclear, not what it counts.
    """
    if subject is None or read_scope(subject, unit) != "unclear":
        return False
    return not (unit and "政府" in unit and _BUREAU.search(subject))
