"""Ids of other records, as fields of a record hold them: each says which kind it names one of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from kennisstad.model.values import Line, Slug


@dataclass(frozen=True, slots=True)
class OfferedFrom:
    """Says of an id in a model from which kind of records tools offer one."""

    kind: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Says it in the schema of what editors type too."""
        schema: dict[str, Any] = handler(core_schema)
        return schema if handler.mode == "serialization" or not self.kind else {**schema, "offeredFrom": self.kind}


class RefersTo(OfferedFrom):
    """Says of an id in a model which kind of records it names one of; "" where the name tells that itself: `project:lef`."""


TrackId = Annotated[Slug, RefersTo("tracks")]
ThemeId = Annotated[Slug, RefersTo("themes")]
PartnerId = Annotated[Slug, RefersTo("partners")]
ProjectId = Annotated[Slug, RefersTo("projects")]
DocumentId = Annotated[Slug, RefersTo("documents")]
FigureId = Annotated[Slug, RefersTo("figures")]
BodyId = Annotated[Slug, RefersTo("governance")]
AudienceId = Annotated[Slug, RefersTo("audiences")]
PlaceId = Annotated[Slug, RefersTo("places")]
NewsItemId = Annotated[Slug, RefersTo("news")]
EventId = Annotated[Slug, RefersTo("events")]
RecordName = Annotated[Line, RefersTo("")]
