"""What the shapes are made of."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Place = tuple[int, int]
"""A stretch of an article's body: where it begins, and where it has ended. Counted in characters."""

Moment = Annotated[datetime, Field(description="UTC", examples=["2015-08-06T12:00:00Z"])]
Published = Annotated[
    str | None,
    Field(
        description="ISO 8601, no more exactly than the page tells it", examples=["2015-08-06T15:04+03:00"]
    ),
]
Next = Annotated[
    str | None, Field(description="the cursor of the next part, null at the end", examples=["ks5VxPqAzQU5"])
]


class Shape(BaseModel):
    """A JSON object that has its fields and no others."""

    model_config = ConfigDict(extra="forbid")
