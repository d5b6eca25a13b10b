"""What all rows of the registry have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

RegionCode = Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
Name = Annotated[str, StringConstraints(min_length=1)]


class Row(BaseModel):
    """Frozen, and a key that is not known is a mistake, not a wish."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True)
