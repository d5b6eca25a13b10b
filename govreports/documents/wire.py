"""Blocks as JSON, for the way out of the child process: nothing in it can run, whatever took hold of the child."""

import json
from typing import Any, cast, get_args

from govreports.documents.read import Blocks
from govreports.documents.reasons import Reason, UnreadableDocument
from govreports.model.codes import Code
from govreports.model.document import Origin, RawBlock, RawCell, RawParagraph, RawTable
from govreports.model.finding import Finding, Severity


def encode(outcome: Blocks | UnreadableDocument) -> bytes:
    """What reading a file came to."""
    told: dict[str, Any]
    if isinstance(outcome, UnreadableDocument):
        told = {"reason": outcome.reason, "message": outcome.message}
    else:
        told = {
            "blocks": [_block(block) for block in outcome.blocks],
            "repairs": outcome.repairs,
            "findings": [(each.code, each.severity, each.message) for each in outcome.findings],
        }
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def decode(told: bytes) -> Blocks:
    """The blocks of a file. Raises the `UnreadableDocument` that was told, ValueError on what `encode` never gives."""
    try:
        content = json.loads(told)
        if "reason" in content:
            if content["reason"] not in get_args(Reason):
                raise ValueError(f"unknown reason {content['reason']!r}")
            raise UnreadableDocument(content["reason"], str(content["message"]))
        findings = tuple(
            Finding(cast(Code, code), cast(Severity, severity), str(message))
            for code, severity, message in content["findings"]
        )
        return Blocks(tuple(_raw(block) for block in content["blocks"]), tuple(content["repairs"]), findings)
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("not what the reader gives") from error


def _block(block: RawBlock) -> list[Any]:
    if isinstance(block, RawParagraph):
        return [block.text, _place(block.origin)]
    cells = [
        (cell.text, cell.row, cell.column, cell.rowspan, cell.colspan, _place(cell.origin)) for cell in block.cells
    ]
    return [None, _place(block.origin), cells]


def _raw(block: list[Any]) -> RawBlock:
    if block[0] is not None:
        return RawParagraph(str(block[0]), _origin(block[1]))
    cells = tuple(
        RawCell(str(text), int(row), int(column), int(rowspan), int(colspan), origin=_origin(place))
        for text, row, column, rowspan, colspan, place in block[2]
    )
    return RawTable(cells, _origin(block[1]))


def _place(origin: Origin) -> list[Any] | None:
    return [origin.pdf_page, *origin.box] if origin.pdf_page is not None and origin.box is not None else None


def _origin(place: list[Any] | None) -> Origin:
    if place is None:
        return Origin()
    page, x0, top, x1, bottom = place
    return Origin(pdf_page=int(page), box=(float(x0), float(top), float(x1), float(bottom)))
