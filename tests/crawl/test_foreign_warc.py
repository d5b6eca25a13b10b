"""govreports replay FILE.warc.gz: files as other tools write them give what a recording of the same pages gives."""

import gzip
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from click.testing import CliRunner, Result
from lanting import HOST, LIST, PORTAL, Answer, small_site
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from govreports.cli import main

EMPTY = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
DATE = "2019-03-01T08:{:02}:00Z"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    path = tmp_path / "portal.toml"
    path.write_text(PORTAL.format(host=HOST, netloc=HOST), encoding="utf-8")
    return path


@pytest.fixture
def walked(record, places: Path) -> bytes:
    """What the walk of a folder recording exports. Its archive is there, its store is lost."""
    assert govreports("replay", record(small_site())).exit_code == 0
    exported = exports()
    assert exported.count(b"\n") == 2
    for path in places.glob("govreports.sqlite*"):
        path.unlink()
    return exported


@pytest.fixture(scope="module")
def exported() -> list[bytes]:
    """What was expected the first time."""
    return []


@pytest.fixture
def expected(request: pytest.FixtureRequest, exported: list[bytes], places: Path) -> bytes:
    """What the walk of a folder recording exports; neither store nor archive is there."""
    if not exported:
        exported.append(request.getfixturevalue("walked"))
        shutil.rmtree(places)
    return exported[0]


def govreports(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def exports() -> bytes:
    return govreports("export", "--format", "jsonl").stdout_bytes


def url(path: str, scheme: str = "http") -> str:
    return f"{scheme}://{HOST}{path}"


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 400] for at in range(0, len(body), 400)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class Tool:
    """Writes records as a tool does; what it does with requests and bodies is the tool's own."""

    def __init__(self, path: Path, version: str = "WARC/1.0") -> None:
        self.path = path
        self.file = path.open("wb")
        self.writer = WARCWriter(self.file, gzip=path.suffix == ".gz", warc_version=version)
        self.minute = 0
        self.write("warcinfo", "", BytesIO(b"software: a tool\r\n"))

    def write(self, kind: str, target: str, payload: BytesIO, http: StatusAndHeaders | None = None, **named: str):
        headers = {"WARC-Date": DATE.format(self.minute), **{k.replace("_", "-"): v for k, v in named.items()}}
        record = self.writer.create_warc_record(
            target, kind, payload=payload, http_headers=http, warc_headers_dict=headers
        )
        self.writer.write_record(record)
        return record

    def response(self, target: str, body: bytes, *, status: str = "200 OK", headers: Mapping[str, str], **named: str):
        self.minute += 1
        http = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        return self.write("response", target, BytesIO(body), http, **named)

    def request(self, target: str, **named: str):
        http = StatusAndHeaders(f"GET {target} HTTP/1.1", [("Host", HOST)], protocol="")
        return self.write("request", target, BytesIO(), http, **named)


def html(answer: Answer, **more: str) -> dict[str, str]:
    named = {name.replace("_", "-"): value for name, value in more.items()}
    return {"Content-Type": "text/html; charset=utf-8", **answer.headers, **named}


def by_warcio(path: Path) -> None:
    """As warcio's capture and most proxies: the response, then its request, bodies as they went over the wire."""
    tool = Tool(path, "WARC/1.1")
    for target, answer in small_site().items():
        body = chunked(gzip.compress(answer.body))
        headers = html(answer, Transfer_Encoding="chunked", Content_Encoding="gzip")
        response = tool.response(url(target), body, headers=headers)
        tool.request(url(target), WARC_Concurrent_To=response.rec_headers.get_header("WARC-Record-ID"))


def by_wget(path: Path) -> None:
    """As wget 1: addresses in angle brackets, the request first, and a log at the end."""
    tool = Tool(path)
    for target, answer in small_site().items():
        request = tool.request(f"<{url(target)}>")
        named = {"WARC_Concurrent_To": request.rec_headers.get_header("WARC-Record-ID")}
        headers = html(answer, Transfer_Encoding="chunked")
        tool.response(f"<{url(target)}>", chunked(answer.body), headers=headers, **named)
    tool.write("resource", "metadata://gnu.org/software/wget/warc/wget.log", BytesIO(b"log"))


def by_a_browser(path: Path) -> None:
    """As Browsertrix: https, no robots.txt, pictures and page information among the pages; Brotli, bodies unpacked in
    spite of their headers."""
    tool = Tool(path, "WARC/1.1")
    for number, (target, answer) in enumerate(small_site().items()):
        if target == "/robots.txt":
            continue
        body = brotli.compress(answer.body) if number % 2 else answer.body
        headers = html(answer, Transfer_Encoding="chunked", Content_Encoding="br")
        tool.response(url(target, "https"), body, headers=headers)
        tool.write("resource", f"urn:pageinfo:{url(target)}", BytesIO(b"{}"))
    tool.response(url("/logo.png"), b"\x89PNG", headers={"Content-Type": "image/png"})
    tool.response("https://cdn.example.org/x.js", b"1", headers={"Content-Type": "text/javascript"})


def by_a_saver(path: Path) -> None:
    """As what keeps pages without their headers."""
    tool = Tool(path)
    for target, answer in small_site().items():
        tool.minute += 1
        kind = answer.headers.get("Content-Type", "text/html; charset=utf-8")
        tool.write("resource", url(target), BytesIO(answer.body), None, Content_Type=kind)


@pytest.mark.parametrize("name", ["site.warc.gz", "site.warc"])
@pytest.mark.parametrize("write", [by_warcio, by_wget, by_a_browser, by_a_saver])
def test_files_of_other_tools(expected: bytes, portal: Path, tmp_path: Path, write: Callable[[Path], None], name: str):
    write(tmp_path / name)
    told = govreports("replay", tmp_path / name, "--portal", portal)
    assert told.exit_code == 0, told.output
    assert exports() == expected
    assert "not asked for" not in told.stderr


def revisited(tool: Tool, target: str, answer: Answer, how: str, *, status: str = "200 OK", **named: str) -> None:
    original = tool.response(url(target), answer.body, headers=html(answer)).rec_headers.get_header
    stated = {
        "id": {"WARC_Refers_To": original("WARC-Record-ID")},
        "address and time": {
            "WARC_Refers_To_Target_URI": url(target),
            "WARC_Refers_To_Date": original("WARC-Date"),
        },
        "digest": {},
    }[how]
    tool.minute += 20
    http = StatusAndHeaders(status, list(html(answer).items()), protocol="HTTP/1.1")
    stated["WARC_Payload_Digest"] = original("WARC-Payload-Digest")
    tool.write(
        "revisit", url(target), BytesIO(), http, WARC_Profile="http://netpreserve.org/warc/1.0/revisit/x", **stated
    )
    tool.minute -= 20


@pytest.mark.parametrize("how", ["id", "address and time", "digest"])
def test_a_revisit_answers_with_what_it_refers_to(expected: bytes, portal: Path, tmp_path: Path, how: str) -> None:
    """Only the list is asked for as a revisit: its original was the answer to another visit, in another file."""
    tool = Tool(tmp_path / "one.warc.gz")
    site = small_site()
    for target, answer in site.items():
        revisited(tool, target, answer, how, status="304 Not Modified" if target == LIST else "200 OK")
    first, second = tmp_path / "one.warc.gz", tmp_path / "two.warc.gz"
    tool.file.close()
    kinds = split_by_kind(first, second)
    assert kinds == len(site)
    told = govreports("replay", second, first, "--portal", portal)
    assert told.exit_code == 0, told.output
    assert exports() == expected

    told = govreports("replay", second, "--portal", portal)
    assert told.exit_code == 1 and "revisit of http://www.lanting.gov.test/robots.txt refers to is not" in told.stderr


def split_by_kind(file: Path, revisits: Path) -> int:
    """Move the revisits of a file into one of their own; how many they are."""
    from govreports.archive.members import walk

    content = file.read_bytes()
    members = [(member.type, content[member.offset : member.end]) for member in walk(file)]
    revisits.write_bytes(b"".join(part for kind, part in members if kind == "revisit"))
    file.write_bytes(b"".join(part for kind, part in members if kind != "revisit"))
    return sum(kind == "revisit" for kind, _ in members)


def test_our_own_archive_is_a_recording_too(walked: bytes, portal: Path, places: Path) -> None:
    files = sorted((places / "archive").iterdir())
    told = govreports("replay", *files, "--portal", portal)
    assert told.exit_code == 0, told.output
    assert exports() == walked


def test_of_many_walks_the_last_good_answers_count(expected: bytes, portal: Path, tmp_path: Path) -> None:
    """What stood there before, a refusal of today and the word that nothing has changed since are no page."""
    early, late = Tool(tmp_path / "early.warc.gz"), Tool(tmp_path / "late.warc.gz")
    late.minute = 20
    for target, answer in small_site().items():
        early.response(url(target), answer.body.replace(b"312", b"777"), headers=html(answer))
        late.response(url(target), answer.body, headers=html(answer))
    late.response(url(LIST), b"busy", headers={}, status="503 Service Unavailable")
    late.response(url("/XxgkAnnualReport/show/1.html"), b"", headers={}, status="304 Not Modified")
    for tool in (early, late):
        tool.file.close()
    told = govreports("replay", late.path, early.path, "--portal", portal)
    assert told.exit_code == 0, told.output
    assert exports() == expected


def test_a_torn_end_and_an_unknown_packing_are_told_and_the_rest_is_replayed(
    expected: bytes, portal: Path, tmp_path: Path
) -> None:
    path = tmp_path / "torn.warc.gz"
    by_warcio(path)
    tool = Tool(tmp_path / "more.warc.gz")
    tool.response(url("/packed"), b"?", headers={"Content-Type": "text/html", "Content-Encoding": "zstd"})
    tool.response(url("/torn"), bytes(range(256)) * 9, headers={"Content-Type": "text/html"})
    tool.file.close()
    more = tool.path.read_bytes()[:-90]
    path.write_bytes(path.read_bytes() + more)
    told = govreports("replay", path, "--portal", portal)
    assert told.exit_code == 0, told.output
    assert f"the body of {url('/packed')} is packed as zstd" in told.stderr
    assert f"response of {url('/torn')} is cut off" in told.stderr
    assert exports() == expected


def test_a_page_that_is_not_there_is_a_miss_but_robots_txt_is_not(portal: Path, places: Path, tmp_path: Path) -> None:
    tool = Tool(tmp_path / "list.warc.gz")
    tool.response(url(LIST), small_site()[LIST].body, headers=html(small_site()[LIST]))
    tool.file.close()
    told = govreports("replay", tool.path, "--portal", portal)
    assert told.exit_code == 1
    misses = [line for line in told.stderr.splitlines() if "has no answer" in line]
    assert len(misses) == 2 and not any("robots.txt" in line for line in misses)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no warc at all", "no WARC file"),
        (gzip.compress(EMPTY * 2), "non-chunked gzip file"),
        (b"", "nothing of lanting's hosts"),
    ],
)
def test_what_is_no_warc_file_is_named(portal: Path, places: Path, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "odd.warc.gz"
    path.write_bytes(content)
    told = govreports("replay", path, "--portal", portal)
    assert told.exit_code == 1
    assert str(path) in told.stderr and said in told.stderr


def test_a_file_needs_a_portal_and_a_folder_none(record, portal: Path, places: Path, tmp_path: Path) -> None:
    by_warcio(tmp_path / "site.warc.gz")
    assert govreports("replay", tmp_path / "site.warc.gz").exit_code == 2
    assert govreports("replay", record(small_site()), "--portal", portal).exit_code == 2
    assert govreports("replay", tmp_path / "site.warc.gz", "--portal", "nowhere").exit_code == 1
