"""Places by ids instead of positions, so that a line that moved is still the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxmap.model.constants import SECTIONS

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

LISTS_WITH_IDS = {"stages": "stage", "touchpoints": "touchpoint"}


def anchor(document: Document, pointer: Pointer) -> str:
    """A pointer with ids in the place of positions: ``journey:shoes/stage:choice/touchpoint:try-on/scores``.

    Args:
        document: The file that the pointer leads into.
        pointer: Any place in it.

    Returns:
        The structural path; the position stays where there is no id, and ``""`` is the whole file.
    """
    parts: list[str] = []
    data: Any = document.data
    previous = None
    for depth, step in enumerate(pointer):
        data = _inside(data, step)
        if depth == 0 and step == "journey":
            parts.append(_named("journey", data))
        elif depth == 1 and previous in SECTIONS:
            parts[-1] = f"{previous}:{step}"
        elif previous in LISTS_WITH_IDS and isinstance(step, int):
            parts[-1] = _named(LISTS_WITH_IDS[str(previous)], data, step)
        else:
            parts.append(str(step))
        previous = step
    return "/".join(parts)


def _inside(data: Any, step: Any) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _named(kind: str, data: Any, position: int | None = None) -> str:
    name = data.get("id") if isinstance(data, dict) else None
    if isinstance(name, str):
        return f"{kind}:{name}"
    return kind if position is None else f"{kind}:#{position}"
