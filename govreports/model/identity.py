"""What names a report and an entry: addresses in one canonical form, and digests. Never anything parsed."""

import hashlib
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """One address in one form: query sorted, escapes alike, no fragment and no default port. Two links of that form
    are one entry. https is folded to http: portals moved to it over the years, and list the same page under both."""
    scheme, netloc, path, query, _ = urlsplit(canonicalize_url(url.strip()))
    port = DEFAULT_PORTS.get(scheme)
    if port:
        netloc = netloc.removesuffix(f":{port}")
        scheme = "http"
    return urlunsplit((scheme, netloc, path, query, ""))


def entry_identity(portal: str, url: str) -> str:
    """The id of the report of an entry: 16 hex digits over the portal and the entry's canonical address."""
    return _identity(f"{portal}\n{canonical_url(url)}".encode())


def file_identity(body: bytes) -> str:
    """The id of the report of a lone file: 16 hex digits over its bytes."""
    return _identity(body)


def further_identity(identity: str, number: int) -> str:
    """The id of the `number`-th report (from 1) of one page: the page's own, then `…-2`, `…-3`."""
    return identity if number == 1 else f"{identity}-{number}"


def _identity(named: bytes) -> str:
    return hashlib.sha256(named).hexdigest()[:16]
