"""The dates of EDTF that are dates of ISO 8601 too, for formats that know nothing finer."""

import re

_ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def as_iso_date(edtf: str) -> str:
    """The date itself where it is a plain year, month or day; else nothing."""
    return edtf if _ISO_DATE.fullmatch(edtf) else ""
