"""Times given on the command line."""

from datetime import UTC, datetime, time, timedelta

import click


def moment(_ctx: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    """A date means its last moment, so that what came on that day is meant too; without a zone, UTC."""
    if text is None:
        return None
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"no ISO 8601 date or time: {text}") from error
    if given.time() == time() and len(text) <= len("2019-03-01"):
        given += timedelta(days=1, microseconds=-1)
    return given if given.tzinfo else given.replace(tzinfo=UTC)
