"""Pages larger and deeper than portals serve: time as a multiple of their parse, peak memory of that of the tree."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.articles import Case
from bench.readers import govreports
from bench.timing import Times, times

PARAGRAPH = "<p>全年主动公开政府信息{n}条，其中通过政府网站公开{m}条，受理依申请公开{k}件，均按期答复。</p>\n"
ROW = "<tr><td>第{n}类</td><td>{m}</td><td>{k}</td><td>0</td></tr>\n"
HEAD = "<html><head><meta charset=utf-8><title>年报</title></head><body>"
TELLING = 10_000
"""Kilobytes of a tree below which what a process takes otherwise hides it."""


def pages() -> Iterator[Case]:
    """Long prose, a long table, many links, deep nesting of tables and of divs (deeper than 2,048 the parser refuses),
    and one line without an end."""
    many = 40_000
    yield _case("5 MB of paragraphs", HEAD + "".join(PARAGRAPH.format(n=n, m=n // 2, k=n // 9) for n in range(many)))
    table = "".join(ROW.format(n=n, m=n // 2, k=n // 9) for n in range(2 * many))
    yield _case("a table of 80,000 rows", HEAD + f"<table border=1>{table}</table>")
    yield _case("60,000 links", HEAD + "".join(f"<li><a href='/a/{n}.html'>栏目之{n}</a></li>" for n in range(60_000)))
    text = "".join(PARAGRAPH.format(n=n, m=n, k=n) for n in range(40))
    yield _case("tables 200 deep", HEAD + "<table><tr><td>" * 200 + text + "</td></tr></table>" * 200)
    yield _case("divs 1,500 deep", HEAD + "<div>" * 1500 + text + "</div>" * 1500)
    yield _case("one line of 2 MB", HEAD + "<div>" + "公开政府信息若干条，" * 70_000 + "</div>")


def slow() -> Times:
    """How long they take."""
    return times(list(pages()), {"govreports": govreports}, rounds=2)["govreports"]


def memory() -> dict[str, float]:
    """Peak memory of reading as a multiple of the peak of parsing alone, each above what a process that holds the page
    and has imported all takes, each in a process of its own."""
    ratios = {}
    with TemporaryDirectory() as folder:
        for at, case in enumerate(pages()):
            page = Path(folder) / f"{at}.html"
            page.write_bytes(case.body)
            idle, tree, read = (
                _peak(page, what) for what in ("pass", "tree = bare_parse(body)", "govreports(body, '')")
            )
            if tree - idle > TELLING:
                ratios[case.name] = (read - idle) / (tree - idle)
    return ratios


def _peak(page: Path, call: str) -> int:
    code = (
        "import sys\nfrom pathlib import Path\nfrom bench.readers import bare_parse, govreports\n"
        "body = Path(sys.argv[1]).read_bytes()\ngovreports(b'<html><p>x</p>', '')\n"
        # Not getrusage: its maximum counts the process that this one was forked from.
        f"{call}\nprint(Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(page)], capture_output=True, text=True, check=True)
    return int(run.stdout)


def _case(name: str, text: str) -> Case:
    return Case(name, "", text.encode(), "", {})
