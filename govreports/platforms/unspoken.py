"""Families that are known by sight and have no adapter yet: what bears their marks is none of ours, however alike.

A family that gets an adapter takes its signature along, into the adapter's module.
"""

from collections.abc import Mapping

from govreports.platforms.signature import Signature, mark

FAMILIES: Mapping[str, Signature] = {
    "hanweb-jpaas": Signature(
        url=(
            mark(r"/api-gateway/jpaas-\w+", 0.95, "the gateway /api-gateway/jpaas-…"),
            mark(r"/art/\d{4}/art_[0-9a-f]{32}\.html", 0.9, "a document at /art/<year>/art_<32 hex digits>.html"),
        ),
        html=(
            mark(r"/AuthorizedRead/unitbuild\.js", 0.95, "the block script unitbuild.js"),
            mark(r"/api-gateway/jpaas-\w+", 0.9, "the gateway /api-gateway/jpaas-…"),
        ),
        # The next generation of the same maker keeps the columns' addresses.
        outranks=("hanweb",),
    ),
    "vsb": Signature(
        url=(
            mark(r"/info/\d{3,}/\d+\.htm$", 0.85, "a document at /info/<tree>/<id>.htm"),
            mark(r"urltype=tree\.TreeTempUrl&wbtreeid=|/system/_content/", 0.9, "the content service of VSB"),
        ),
        html=(
            mark(r"""id=["']?vsb_content|class=["']v_news_content""", 0.9, "the body vsb_content"),
            mark(r"""id=["']?fanye\d+""", 0.8, "the pager fanye<id>"),
            mark(r"urltype=(?:tree\.TreeTempUrl|news\.DownloadAttachUrl)", 0.8, "addresses with urltype="),
        ),
    ),
    "epoint": Signature(
        url=(
            mark(r"(?i)[?&]categorynum=\d|/govxxgk/[0-9A-Z]{18}/", 0.85, "a category by categorynum or credit code"),
            mark(r"(?i)/rest/lightfrontaction/", 0.95, "the service lightfrontaction"),
        ),
        html=(
            mark(r"/webBuilderCommon\.js", 0.9, "the script webBuilderCommon.js"),
            mark(r"\bsiteInfo\s*=\s*\{[^}]*siteGuid", 0.9, "a site by its siteGuid"),
            mark(r"""class=["'][^"']*\bewb-""", 0.6, "classes that begin with ewb-"),
        ),
    ),
    "truecms": Signature(
        url=(mark(r"(?i)/truecms/\w+/\w+\.do", 0.95, "the service of TrueCMS"),),
        html=(mark(r"(?i)/messageController/getMessage\.do", 0.95, "records from getMessage.do"),),
        # Its answers wrap their records as jpage does.
        outranks=("hanweb",),
    ),
    "huaian": Signature(
        url=(mark(r"/col/\d+_\d+/", 0.9, "a column at /col/<id>_<number>/"),),
    ),
    "hebei-columns": Signature(
        url=(
            mark(
                r"/columns/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/",
                0.95,
                "a column or document at /columns/<uuid>/",
            ),
        ),
        html=(mark(r"/templates/[0-9a-f-]{36}/blocks/[0-9a-f-]{36}", 0.95, "a list from /templates/…/blocks/…"),),
    ),
    "fujian-cms": Signature(
        url=(
            mark(r"/cms/html/\w+/", 0.9, "a page at /cms/html/<site>/"),
            mark(r"/cms/sitemanage/index\.shtml\?siteId=", 0.95, "a list at /cms/sitemanage/"),
        ),
    ),
    "ilist": Signature(
        url=(mark(r"/info/iList\.jsp\?", 0.95, "a list at /info/iList.jsp"),),
    ),
    "pc-list": Signature(
        url=(mark(r"/\w+rmzf/(?:\S*/)?pc/(?:list|content)\w*\.html", 0.85, "a list at /…rmzf/…/pc/list.html"),),
    ),
    "phpcms": Signature(
        url=(mark(r"/index\.php\?m=content&c=index&a=(?:lists|show)", 0.95, "PHPCMS's controller"),),
    ),
    "nfcms": Signature(
        # The province's CMS beside gkmlpt: the same addresses without the prefix.
        url=(mark(r"^/(?!.*gkmlpt/).*/content/post_\d+\.html", 0.8, "a document at …/content/post_<id>.html"),),
    ),
}
