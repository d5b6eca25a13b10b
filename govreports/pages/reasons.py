"""Why a page could not be read."""


class UnreadablePage(Exception):  # noqa: N818 - the project's word for it; it is a verdict on the page, not a fault
    """A body that is no page: empty, binary, a web firewall's challenge, or without any text. `reason` says which."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
