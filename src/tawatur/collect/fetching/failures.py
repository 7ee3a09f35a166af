"""What goes wrong on the way, before it is known whose answer it becomes."""

from dataclasses import dataclass

from tawatur.records.refusal import RefusalReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One step that gave nothing; `retry_after` counts seconds from now."""

    reason: RefusalReason
    detail: str
    status: int | None = None
    retry_after: float | None = None
