"""Where things lie: the data folder and the store, as the environment says."""

import os
from pathlib import Path


def data_folder() -> Path:
    """The folder for archive and outputs: GOVREPORTS_DATA, or `data` in the current folder."""
    return Path(os.environ.get("GOVREPORTS_DATA") or "data")


def store_url() -> str:
    """The store's SQLAlchemy URL: GOVREPORTS_STORE, or an SQLite file in the data folder."""
    return os.environ.get("GOVREPORTS_STORE") or f"sqlite:///{data_folder() / 'govreports.sqlite'}"
