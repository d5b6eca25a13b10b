"""The page tags of 国办发〔2017〕47号, and what other generations of sites put in their place."""

from collections.abc import Mapping

from lxml.etree import _Element

_OFFICIAL = (
    "SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle PubDate "
    "ContentSource Keywords Author Description Image Url"
)
_NAMES = {name.lower(): name for name in _OFFICIAL.split()}
# gov.cn and its followers on UCAP name the publishing time this way.
_ALSO = {"firstpublishedtime": "PubDate", "publishdate": "PubDate", "pubtime": "PubDate", "source": "ContentSource"}


def read_tags(root: _Element) -> Mapping[str, str]:
    """Tag → content, by official names whatever the page's letter case; empty ones left out, the first one wins."""
    tags: dict[str, str] = {}
    others: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if not content:
            continue
        if name in _NAMES:
            tags.setdefault(_NAMES[name], content)
        elif name in _ALSO:
            others.setdefault(_ALSO[name], content)
    return {**others, **tags}
