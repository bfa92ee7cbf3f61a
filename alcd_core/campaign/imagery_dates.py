"""When the imagery of a campaign was taken: ISO dates to the year, the month or the day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Optional, Tuple

from ..errors import InputError

FORMAT = "YYYY, YYYY-MM or YYYY-MM-DD"

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)


def checked_dates(before: Optional[str], after: Optional[str]) -> Tuple[Optional[str], Optional[str]]:
    """Both dates without surrounding spaces; None where there is none.

    Raises InputError if one is not in the FORMAT, or if the second is earlier than the first.
    """
    first, second = _entered("before", before), _entered("after", after)
    if first and second:
        common = min(len(first), len(second))  # 2015 is not earlier than 2015-06: it may be later in that year
        if second[:common] < first[:common]:
            raise InputError(
                f"The date after, {second}, is earlier than the date before, {first}.", "Check which is which."
            )
    return first, second


def stored_date(value: Any) -> Optional[str]:
    """The date as it is stored in a campaign; None if there is none. Raises ValueError if it is not in the FORMAT."""
    if value is None:
        return None
    if not isinstance(value, str) or not _is_date(value):
        raise ValueError(f"{value!r} is not a date")
    return value


def _entered(name: str, text: Optional[str]) -> Optional[str]:
    entered = (text or "").strip()
    if entered and not _is_date(entered):
        raise InputError(f"The date {name}, {entered}, is not a date.", f"Enter it as {FORMAT}.")
    return entered or None


def _is_date(text: str) -> bool:
    parts = _ISO.fullmatch(text)
    if parts is None:
        return False
    try:
        date(*(int(part or 1) for part in parts.groups()))
    except ValueError:
        return False
    return True
