"""The Scrapy project as a Scrapy user finds it."""

import configparser
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.conf import build_component_list

import govreports
from govreports.crawl import progress
from govreports.crawl.run import crawl_portals
from govreports.portals import RegistryError
from govreports.spiders.reports import ReportsSpider


@pytest.fixture
def settings() -> Settings:
    config = configparser.ConfigParser()
    config.read(Path(govreports.__file__).parent.parent / "scrapy.cfg")
    found = Settings()
    found.setmodule(config["settings"]["default"], priority="project")
    return found


def test_one_spider_serves_every_portal(settings: Settings) -> None:
    assert SpiderLoader.from_settings(settings).list() == ["reports"]


def test_archiving_stands_next_to_the_downloader_and_scope_first(settings: Settings) -> None:
    order = build_component_list(settings.get_component_priority_dict_with_base("DOWNLOADER_MIDDLEWARES"))
    assert order[0] == "govreports.crawl.hosts.HostScopeMiddleware"
    assert order[-1] == "govreports.crawl.archiving.ArchivingMiddleware"
    assert not [name for name in order if "OffsiteMiddleware" in str(name)]


def test_we_are_polite_and_verify_whom_we_talk_to(settings: Settings) -> None:
    assert settings.getbool("ROBOTSTXT_OBEY") and settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
    assert settings.getfloat("DOWNLOAD_DELAY") >= 1
    assert settings["USER_AGENT"].startswith("govreports/")


def test_portals_are_named_by_their_ids_and_mistakes_are_told() -> None:
    assert [portal.id for portal in ReportsSpider(portal="quzhou, jinan-luan").portals] == ["quzhou", "jinan-luan"]
    with pytest.raises(RegistryError, match="atlantis"):
        ReportsSpider(portal="atlantis")
    with pytest.raises(ValueError, match="no portal given"):
        crawl_portals([])


class _Session:
    progress = (3, 12)


@pytest.mark.parametrize(("terminal", "shown"), [(True, "3/12"), (False, "3 of 12 entries done\n")])
def test_progress_is_a_bar_on_a_terminal_and_a_plain_line_elsewhere(monkeypatch, terminal: bool, shown: str) -> None:
    monkeypatch.setattr(progress, "session_of", lambda _: _Session)
    clock = iter([100.0, 100.5, 111.0, 111.5]).__next__
    monkeypatch.setattr(progress, "monotonic", clock)
    written = StringIO()
    console = Console(file=written, force_terminal=terminal, width=80)
    extension = progress.ProgressExtension(None, console)
    extension.tell()
    assert written.getvalue() == ""
    extension.tell()
    extension.tell()
    extension.close()
    assert shown in written.getvalue()
    if not terminal:
        assert written.getvalue() == shown
