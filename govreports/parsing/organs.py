"""Names of organs: a bare place completed to its government, a name that is no organ's told apart."""

import re

from govreports.parsing.years import fold
from govreports.regions import find_region, is_place, is_stem

_ZONE = re.compile(
    r"(?:开发|高新|技术|产业|工业|园|新|管理|风景|名胜|景|旅游|度假|示范|实验|试验|保税|合作|加工|物流|贸易"
    r"|自贸|集聚|聚集|集中|核心|功能|保护|生态|经开"
    r"|矿|林|库|灌|社|小|校|城|郊|片)区$"
)
_TOWNS = ("镇", "乡", "苏木")
_PLACES = ("省", "市", "县", "旗", "自治区", "自治州", "特区", "林区")

_BODY = (
    "政府|公署|委|纪委|局|厅|部|署|院|处|所|站|办|专员|大队|支队|总队|中队|队|师|中心|公司|集团|大学|学校|中学"
    "|小学|一中|幼儿园|馆|宫|团|海关|银行|支行|分行"
    "|基地|农场|林场|牧场|厂|矿|公园|村|社区|小组|(?<!平)台"
    "|(?:供销|联|合作|报|通讯|出版|新华)社|(?:委员|协|学|联合|商|总|理事|基金|居委|村委|管委|常委|工|十字"
    "|促进|研究|代表大)会"
)
_ORGAN_END = re.compile(rf".(?:{_BODY}|[省市县区旗盟州镇乡室]|苏木|街道)(?:[(（].*[)）])?$")
_NO_ORGAN = re.compile(
    # parts of an organ, and kinds of organs: they tell nobody apart
    r"^(?:[省市县区州镇乡旗]|人民政府|政府|部门|乡镇|镇街|街道|单位|机关|社区|市县|县区|区县|办公室|政府办|办"
    r"|委员会|局|领导小组|信息中心|信息办|\w{0,3}科|\w{0,4}编辑部|管理员"
    r"|政府部门|县级部门|本级部门|区级部门|市级部门|直属机构|派出机构|事业单位|其他单位|企事业单位|公共企事业"
    r"|主动公开|组织机构|机构)$"
    r"|各|(?:直|级|工作|相关|组成|有关)(?:部门|单位)|年报|年度|公开|专栏|栏目|导航|频道|首页|互动|服务大厅"
    r"|办事大厅|大厅$"
)
_NOBODY = re.compile(r"^(?:全|我|本|各|该|贵|某|此|有关|上级)|各(?=[县市区部乡镇街单委科])")
# Mirrors that put their domain where a name stood also write its dot otherwise.
_ADDRESS = re.compile(
    r"[A-Za-z0-9-]+\.[A-Za-z]{2,}|https?:|www|[A-Za-z0-9][。·•,、点](?:com|cn|net|org|cc|top|vip|xyz|info)(?![A-Za-z])"
    r"|\.(?:中国|网址|网络|公司|商城)",
    re.IGNORECASE,
)
_SITE_WORDS = re.compile(
    r"^(?:欢迎(?:访问|光临|您)|中国[·•.・-])|(?:门户|官方)网站?$|(?:政务|政府)?信息公开(?:网站?|平台|专栏)$"
    r"|(?:公众|政务|政府)信息网$|网站?$"
)
_GOVERNMENT = re.compile(
    r"(?:人民政府|政府|公署|办事处|街道|街道办|镇|乡|苏木|管理委员会|管委会|开发区|高新区|园区|新区)$"
)


def organ(name: str) -> str:
    """A name completed to an organ: a bare place stands for its government.

    金华市 → 金华市人民政府, 大桥镇 → 大桥镇人民政府, 城东街道 → 城东街道办事处, a 地区 or 盟 → …行政公署 (they have no
    人民政府), 某某县政府 → 某某县人民政府. A bare 开发区, 高新区 or 园区 stays as printed, since what runs it cannot be
    told, unless it is a division of GB/T 2260 with a government of its own (浦东新区). So do 市政府 or 区政府,
    which name no place, and abbreviated bodies (市商务局, 县政府办).
    """
    if name.endswith("政府"):
        place = name.removesuffix("政府")
        return organ(place) if len(place) > 2 and not place.endswith("人民") and organ(place) != place else name
    if len(name) < 3 and not is_place(name):
        return name
    if name.endswith("街道"):
        return name + "办事处"
    if name.endswith(_TOWNS) and is_place(name + "市"):
        return name + "市人民政府"  # 景德镇 is no town
    if name.endswith("地区") or (name.endswith("盟") and is_place(name)):
        return name + "行政公署"
    is_district = name.endswith("区") and (is_place(name) or _is_district_of_city(name) or not _ZONE.search(name))
    is_prefecture = name.endswith("州") and len(name) > 2
    if is_district or is_prefecture or name.endswith((*_PLACES, *_TOWNS)):
        return name + "人民政府"
    return name


def _is_district_of_city(name: str) -> bool:
    """Whether a name is a city's and that of a division inside it (晋城市城区), whatever zones are named like."""
    city, joint, _ = name.rpartition("市")
    return bool(joint) and find_region(name) not in (None, find_region(city + joint))


def organ_named(name: str | None) -> str | None:
    """`name` as an organ, where it is one: from a source, a publisher, a breadcrumb item, a site's name. None for a web
    address, a column, or a word that tells no body from another (办公室, 各部门)."""
    if not name or is_address(name):
        return None
    bare = _SITE_WORDS.sub("", _SITE_WORDS.sub("", fold(name))).strip("·:-|,、[]【】")
    if not _ORGAN_END.search(bare) or _NO_ORGAN.search(bare) or is_nobody(bare):
        return None
    return organ(printed_like(name, bare))


def printed_like(text: str, name: str) -> str:
    """`name`, which was found in the folded `text`, with the brackets that the text prints."""
    return name.replace("(", "（").replace(")", "）") if "（" in text else name


def is_body(name: str) -> bool:
    """Whether a name is formed as organs' names are, or is a place's name without its suffix."""
    return _ORGAN_END.search(name) is not None or is_stem(name)


def is_nobody(name: str) -> bool:
    """Whether a name only points at somebody (我局, 全市) or is a collective's (某某市各部门)."""
    return _NOBODY.search(name) is not None


def is_address(name: str) -> bool:
    """Whether a name holds a domain or a web address."""
    return _ADDRESS.search(fold(name)) is not None


def is_department(name: str) -> bool:
    """Whether an organ is a department: neither a government nor one of its 派出机关 (街道办事处, 管委会)."""
    return _GOVERNMENT.search(name) is None
