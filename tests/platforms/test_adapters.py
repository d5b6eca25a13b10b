"""Finding adapters."""

import pytest

from govreports.platforms import UnknownPlatformError, adapter, platforms


def test_every_module_that_speaks_for_a_platform_is_found_by_its_name() -> None:
    assert {"openness", "lonsun", "hanweb"} <= platforms().keys()
    for name in platforms():
        assert adapter(name).name == name
        assert adapter(name).detail.body


def test_an_unknown_platform_is_named_with_those_that_are_known() -> None:
    with pytest.raises(UnknownPlatformError, match=r"'gopher'.*hanweb.*lonsun.*openness"):
        adapter("gopher")
