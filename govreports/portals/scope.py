"""Which hosts may be portals of governments: their names say so."""

import ipaddress


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
