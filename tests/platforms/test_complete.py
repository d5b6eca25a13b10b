"""What an adapter must come with. A file added to platforms/ without these fails here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from portal_server import PortalServer, families

from govreports.platforms import platforms
from govreports.platforms.detect import detect, signatures
from govreports.portals import load_portal

RECORDINGS = Path(__file__).parents[2] / "fixtures" / "recordings"

# What is left when no family is told.
WITHOUT_SIGNATURE = {"generic"}


def lacking(platform: str) -> Iterator[str]:
    """What an adapter of that name lacks."""
    played = sorted(name for name, family in families().items() if family.platform == platform)
    if not played:
        yield "a family in tests/portal_server/families"
    if platform not in {load_portal(path).platform for path in RECORDINGS.glob("*/portal.toml")}:
        yield "a recorded portal in fixtures/recordings"
    if platform not in signatures() and platform not in WITHOUT_SIGNATURE:
        yield "a SIGNATURE"
    for name in played:
        with PortalServer(name, units=2, years=(2012, 2013)) as server:
            column = server.site.columns[1]
            page = server.page(server.family.start(column))
        if detect(server.portal.catalogues[1].url, page).platform not in {platform, "unknown"}:
            yield f"a signature that tells {name} from others"


@pytest.mark.parametrize("platform", sorted(platforms()))
def test_an_adapter_comes_with_a_family_a_recording_and_a_signature_that_tells_it(platform: str) -> None:
    assert list(lacking(platform)) == []


def test_one_that_comes_alone_lacks_all_of_them() -> None:
    assert list(lacking("gopher")) == [
        "a family in tests/portal_server/families",
        "a recorded portal in fixtures/recordings",
        "a SIGNATURE",
    ]
