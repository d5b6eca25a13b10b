"""What is made of reports for others: the record, exports, the coverage grid, a report's card."""

from govreports.publish.record import build_record, to_json

__all__ = ["build_record", "to_json"]
