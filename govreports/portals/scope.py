"""Which hosts may be portals of governments: their names say so."""

import ipaddress
import re
from urllib.parse import urlsplit

HOST = re.compile(r"^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)(?::\d{1,5})?$")


def host_of(url: str) -> str:
    """The host of an address in lower case, with its port if the address names one. Raises ValueError for what is no
    absolute http address, and for one whose host is not told by its looks: in letters other than a host's, or behind
    the name of a user (http://www.yunhe.gov.cn:80@example.com/ lies on example.com)."""
    try:
        parts = urlsplit(url)
        host, _ = parts.netloc.lower(), parts.port
    except ValueError as error:
        raise ValueError(f"{url!r} is no address: {error}") from error
    if parts.scheme not in {"http", "https"} or not host:
        raise ValueError(f"{url!r} is no absolute http address, like http://www.yunhe.gov.cn/")
    if not HOST.match(host):
        raise ValueError(f"{url!r} names no host: {host!r}")
    return host


def bare(host: str) -> str:
    """A host without its port."""
    return host.partition(":")[0]


def is_government(host: str) -> bool:
    """Whether a host lies under .gov.cn, where nobody but an administrative organ is registered."""
    return bare(host).endswith(".gov.cn")


def is_made_up(host: str) -> bool:
    """Whether a host is nowhere on the web: under .test (RFC 2606), or this machine itself."""
    name = bare(host)
    if name == "localhost" or name.endswith((".test", ".localhost")):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
