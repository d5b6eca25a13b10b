"""Detection: right or `unknown` on whatever there is, and never a wrong family."""

from pathlib import Path
from urllib.request import urlopen

import pytest
from portal_server import PortalServer, families

from govreports.archive import Recording
from govreports.model.exchange import Fetch
from govreports.platforms import platforms
from govreports.platforms.detect import UNKNOWN, detect, signatures
from govreports.platforms.signature import Signature, mark
from govreports.platforms.source import uncommented
from govreports.platforms.unspoken import FAMILIES

ROOT = Path(__file__).parents[2]
RECORDINGS = sorted((ROOT / "fixtures" / "recordings").iterdir())
SHARED = ROOT.parent / "shared" / "pages"
WITHOUT_SIGNATURE = {"generic"}
"""What walks any site is recognised by no mark: it is told by the looks of a catalogue that bears none."""

# Of the real pages, those that show their family; every other is right only as `unknown`.
SHOWN = {
    "deqing-fgw-detail.html": {"hanweb"},
    "jiangxi-sthjt-list.html": {"hanweb"},
    "ordos-engebei-nb-list.html": {"trs"},
    "handan-xxgk-portal-0.html": {"trs"},
    "handan-xxgk-list.html": {"trs"},
    "tianjin-xxgk-list.html": {"trs"},
    "mof-sjyjs-list.html": {"trs"},
    "cmse-detail-1.html": {"trs"},
    "trafilatura-15.html": {"trs"},
    "nmpa-ypjggz-list.html": {"trs"},
    "shanxi-news-detail.html": {"trs"},
    "scio-one_page.html": {"trs", "ucap"},
    "govcn-2007-gongbao.html": {"ucap"},
    "hebei-ccgp-detail.html": {"trs"},
    "govcn-gongbao-detail-1.html": {"ucap"},
}


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>年报</title></head><body>{body}</body></html>".encode()


def links(*hrefs: str) -> bytes:
    return page("".join(f'<li><a href="{href}">一则</a></li>' for href in hrefs))


def test_every_adapter_has_a_signature_and_none_is_known_as_having_none() -> None:
    assert signatures().keys() == platforms().keys() - WITHOUT_SIGNATURE
    assert not FAMILIES.keys() & platforms().keys()


@pytest.mark.parametrize("folder", RECORDINGS, ids=lambda folder: folder.name)
def test_every_catalogue_page_of_a_recorded_portal_is_of_its_platform(folder: Path) -> None:
    recording = Recording.load(folder)
    starts = {catalogue.url for catalogue in recording.portal.catalogues}
    own = recording.portal.platform
    # A module's documents are those of its maker's system; what walks any site is what is left.
    others = {UNKNOWN, *signatures()[own].outranks} if own in signatures() else {UNKNOWN}
    for exchange in recording.exchanges:
        snapshot = exchange.received().snapshot(Fetch(exchange.url, "catalogue"))
        found = detect(exchange.url, snapshot.body, snapshot.headers.get("content-type"))
        right = {own} if exchange.url in starts else {own, *others}
        assert found.platform in right, (exchange.url, found)
        assert detect(None, snapshot.body).platform in {own, *others}, exchange.url


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "pages").glob("*.*")), ids=lambda path: path.name)
def test_a_saved_page_is_of_the_family_its_name_says_or_of_none(path: Path) -> None:
    assert detect(None, path.read_bytes()).platform in {path.name.partition("-")[0], UNKNOWN}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real pages are not here")
def test_real_pages_are_of_their_family_or_of_none() -> None:
    pages = sorted(SHARED.rglob("*.html"))
    assert pages
    for path in pages:
        found = detect(None, path.read_bytes())
        assert found.platform in {UNKNOWN, *SHOWN.get(path.name, ())}, (path.name, found)


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.mengcheng.gov.cn/XxgkContent/showList/180/0/page_1.html", "openness"),
        ("http://www.ningguo.gov.cn/XxgkAnnualReport/show/1126.html", "openness"),
        ("https://www.ja.gov.cn/public/column/6596411?type=4&catId=7038071&action=list", "lonsun"),
        ("https://www.bengbu.gov.cn/public/22601/49996408.html", "lonsun"),
        ("https://www.qz.gov.cn/art/2025/2/26/art_1229037201_5463193.html", "hanweb"),
        ("http://www.qz.gov.cn/col/col1525479/index.html", "hanweb"),
        # Look-alikes: a column of another maker's, the same maker's next generation, PHPCMS, VSB, Epoint.
        ("https://www.huaian.gov.cn/col/18073_668815/index.html", UNKNOWN),
        ("http://czj.qz.gov.cn/col/col1524665/art/2026/art_0123456789abcdef0123456789abcdef.html", UNKNOWN),
        ("http://www.ts.test/index.php?m=content&c=index&a=lists&catid=7", UNKNOWN),
        ("http://www.a.test/info/1021/4711.htm", UNKNOWN),
        ("http://www.a.test/openlist.html?categorynum=002001", UNKNOWN),
        ("https://www.np.gov.cn/cms/html/npszf/2013-01-25/1779102018.html", UNKNOWN),
        # Nothing in particular, and nothing at all.
        ("http://www.a.test/zwgk/index.html", UNKNOWN),
        ("http://[", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_an_address_alone_tells_or_does_not(url: str, platform: str) -> None:
    assert detect(url, None).platform == platform
    # What the host is called says nothing.
    assert detect(f"http://www.col.test/?from={'x' * 3}", b"").platform == UNKNOWN


def test_the_evidence_says_what_was_found_and_where() -> None:
    found = detect("http://www.a.test/col/col7/index.html", page("<script>'/module/web/jpage/dataproxy.jsp'</script>"))
    assert (found.platform, found.confidence) == ("hanweb", 0.99)
    assert found.evidence == (
        "address: a column at /col/col<id>/ (/col/col7/)",
        "source: a list fetched from jpage's dataproxy.jsp (/module/web/jpage/dataproxy.jsp)",
    )
    assert detect("http://www.a.test/", page("")).evidence == ("nothing of any known family in it",)
    known = detect("http://www.a.test/info/1021/4711.htm", None)
    assert known.evidence[0] == "looks like vsb, which has no adapter yet"


JPAGE = "<script>$('#1').jpage({proxyUrl:'/module/web/jpage/dataproxy.jsp'})</script>"


@pytest.mark.parametrize(
    "body",
    [
        page(f"<!-- {JPAGE} -->"),
        page(f"<!-- {JPAGE}"),
        page(f"<script>/* {JPAGE[8:-9]} */</script>"),
        page("<script>go(1); // /module/web/jpage/dataproxy.jsp\n</script>"),
        links("/col/col7/index.html"),
        links("http://www.b.test/col/col7/index.html", "http://www.b.test/col/col8/index.html"),
    ],
)
def test_comments_single_links_and_links_to_other_sites_do_not_count(body: bytes) -> None:
    assert detect("http://www.a.test/index.html", body).platform == UNKNOWN


def test_links_to_the_own_site_count_and_so_does_what_lies_in_a_data_island() -> None:
    assert detect("http://www.a.test/", links("/col/col7/index.html", "/col/col8/")).platform == "hanweb"
    island = '<script type="text/xml"><datastore><![CDATA[<!-- x -->]]></datastore></script>'
    assert detect("http://www.a.test/", page(island)).platform == "hanweb"


def test_a_page_saved_with_absolute_links_lies_where_most_of_them_lead() -> None:
    own = [f"http://www.a.test/col/col{n}/index.html" for n in range(3)]
    assert detect(None, links(*own, "http://www.b.test/public/column/7")).platform == "hanweb"
    assert detect(None, links(*own[:2], *(f"http://{n}.test/" for n in range(5)))).platform == UNKNOWN


YEARS = (2012, 2013)
LISTED = "".join(
    f'<li><a href="/a/{year}.html">芦川县{year}年政府信息公开工作年度报告</a> {year}-03-01</li>' for year in YEARS
)


def test_a_catalogue_without_any_mark_is_the_fallbacks_where_its_address_is_known() -> None:
    found = detect("http://www.a.test/zwgk/list.html", page(f"<ul>{LISTED}</ul>"))
    assert found.platform == "generic"
    assert found.evidence == ("nothing of any known family in it", "a list with 2 titles of reports")
    index = page('<a href="/zwgk/nb/">政府信息公开年报</a>')
    assert detect("http://www.a.test/zwgk/index.html", index).platform == "generic"
    # Every family's home page has such a link, and a page saved without its address may be anything's.
    assert detect("http://www.a.test/", index).platform == UNKNOWN
    assert detect(None, page(f"<ul>{LISTED}</ul>")).platform == UNKNOWN
    # So is one of a family that has no adapter, and the evidence says which.
    vsb = detect("http://www.a.test/info/1021/4711.htm", page(f"<ul>{LISTED}</ul>"))
    assert (vsb.platform, vsb.evidence[0]) == ("generic", "looks like vsb, which has no adapter yet")
    article = page(f'<meta name="ArticleTitle" content="x"><ul>{LISTED}</ul>')
    assert detect("http://www.a.test/zwgk/1.html", article).platform == UNKNOWN


def test_two_families_alike_likely_are_neither() -> None:
    both = page(f"{JPAGE}<script>$.get('/site/label/8888')</script>")
    found = detect("http://www.a.test/", both)
    assert found.platform == UNKNOWN
    assert {said.partition(":")[0] for said in found.evidence} >= {"hanweb", "lonsun"}


def test_a_page_gives_its_own_address() -> None:
    meta = '<meta name="Url" content="http://www.a.test/XxgkAnnualReport/show/7.html">'
    assert detect(None, page(meta)).platform == "openness"
    assert detect("http://www.a.test/x", page(meta)).platform == UNKNOWN


def test_no_body_breaks_detection_nor_takes_long() -> None:
    for body in (b"", b"\x00\x01\x02", b"%PDF-1.4 \xff\xfe", b"<!--" * 200_000, b"<script>" * 100_000, b"/*" * 300_000):
        assert detect(None, body).platform == UNKNOWN


def test_scripts_lose_their_comments_alone() -> None:
    assert (
        uncommented("<p>1</p><!-- 2 --><script>a='//b'; // c\n/* d */</script>")
        == "<p>1</p> <script>a='//b';  \n </script>"
    )


def test_a_signature_says_something() -> None:
    with pytest.raises(ValueError, match="without marks"):
        Signature()
    with pytest.raises(ValueError, match="weight"):
        mark("x", 1.0, "certain")
    with pytest.raises(ValueError, match="shows"):
        mark("x", 0.5, "")


def asked(url: str) -> tuple[bytes, str]:
    with urlopen(url) as response:
        return response.read(), response.headers["Content-Type"]


ONE_MAKER = {"hanweb", "hanweb_xxgk"}
"""Two adapters of one CMS: its documents look the same, only the lists differ."""


@pytest.mark.parametrize("awkward", [False, True], ids=["plain", "awkward"])
@pytest.mark.parametrize("name", sorted(families()))
def test_every_family_of_the_server_is_told_by_its_columns_and_no_page_is_taken_for_anothers(
    name: str, awkward: bool
) -> None:
    kind = families()[name]
    apart = {"one-list", "unit-tree", "year-tree", "robots", "off-site", "soft-404"}
    with PortalServer(name, awkward=kind.plays - apart if awkward else ()) as server:
        right = kind.platform
        for row in server.portal.catalogues:
            body, content_type = asked(row.url)
            assert detect(row.url, body, content_type).platform == right, row.url
            assert detect(None, body, content_type).platform in {right, UNKNOWN}, row.url
        for item in server.site.items[:3]:
            url = f"{server.site.base}{server.family.address(item)}"
            assert detect(url, *asked(url)).platform in {right, UNKNOWN, *(ONE_MAKER if right in ONE_MAKER else ())}, (
                url
            )
        assert detect(f"{server.site.base}/", *asked(f"{server.site.base}/")).platform in {right, UNKNOWN}


def test_every_adapter_has_a_family_that_the_server_plays() -> None:
    assert {kind.platform for kind in families().values()} == platforms().keys()
