"""govreports clean: saved pages → the page alone."""

import json

import click

from govreports.cli.outcome import put_line
from govreports.cli.reading import each_saved
from govreports.model.page import Page
from govreports.model.record import AttachmentRecord
from govreports.publish.record import shaped


@click.command("clean")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of the text alone.")
@click.option("--url", help="Where the page came from.")
def command(paths: tuple[str, ...], as_json: bool, url: str | None) -> None:
    """Strip saved pages of their chrome and repair their text; nothing is parsed."""
    form = _json if as_json else _text
    each_saved(paths, url, "Cleaning", lambda saved: put_line(form(saved.page)))


def _json(page: Page) -> str:
    told = {
        "snapshot": page.snapshot,
        "url": page.url,
        "encoding": page.encoding,
        "title": page.title,
        "published": page.published,
        # 国办发〔2017〕47号: the source of a text is the unit that publishes it, or the one it is reprinted from.
        "source": page.source or page.publisher,
        "breadcrumb": list(page.breadcrumb),
        "metadata": dict(page.metadata),
        "attachments": shaped(AttachmentRecord, page.attachments),
        "text": page.document.text,
        "repairs": list(page.repairs),
    }
    return json.dumps(told, ensure_ascii=False)


def _text(page: Page) -> str:
    return f"{page.title}\n\n{page.document.text}" if page.title else page.document.text
