# ruff: noqa: E501 (tables)
from datetime import date
from time import perf_counter

import pytest
from django.core.exceptions import ValidationError
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from commemoration.core.edtf import bounds, validate_edtf
from commemoration.core.edtf.validation import _judge

DAYS = {
    "": (None, None),
    "1945-05-09": (date(1945, 5, 9), date(1945, 5, 9)),
    "1944-02": (date(1944, 2, 1), date(1944, 2, 29)),
    "1943": (date(1943, 1, 1), date(1943, 12, 31)),
    "1943~": (date(1943, 1, 1), date(1943, 12, 31)),
    "1943?": (date(1943, 1, 1), date(1943, 12, 31)),
    "194X": (date(1940, 1, 1), date(1949, 12, 31)),
    "19XX": (date(1900, 1, 1), date(1999, 12, 31)),
    "1943-XX": (date(1943, 1, 1), date(1943, 12, 31)),
    "1943-02-XX": (date(1943, 2, 1), date(1943, 2, 28)),
    "1944-21": (date(1944, 3, 1), date(1944, 5, 31)),
    "1944-23": (date(1944, 9, 1), date(1944, 11, 30)),
    "1943-24": (date(1943, 1, 1), date(1944, 2, 29)),
    "1935/1944": (date(1935, 1, 1), date(1944, 12, 31)),
    "../1945": (None, date(1945, 12, 31)),
    "/1945": (None, date(1945, 12, 31)),
    "1943-06/..": (date(1943, 6, 1), None),
    "1935/": (date(1935, 1, 1), None),
    "193X/194X": (date(1930, 1, 1), date(1949, 12, 31)),
    "194X/..": (date(1940, 1, 1), None),
    "[..1943-05]": (None, date(1943, 5, 31)),
    "[1943-05..]": (date(1943, 5, 1), None),
    "[1943-05..1943-06]": (date(1943, 5, 1), date(1943, 6, 30)),
    "[1944,1941]": (date(1941, 1, 1), date(1944, 12, 31)),
    "{1941,1944}": (date(1941, 1, 1), date(1944, 12, 31)),
}

REFUSED = [
    "1943-02-29", "1943-02-30", "1943-13", "1943-00", "1943-04-31", "1943-25", "1943-21-05",
    "1945/1943", "[1945..1943]", "1943-XX-12", "194X-05", "1XXX", "XXXX", "943", "19433",
    "../..", "/", "..", "[1943]", "[]", "{}", "[", "[1943..1944-05]", "[1943~..1944]", "{1941..1944}",
    "[1944-21,1944-22]", "1943/1944/1945", "1945-05-09T12:00:00", "1943??", "1799", "2102", "Y19430",
    "1943 ", "May 1943", "１９４３", "1" * 101, "[" + "1943," * 40 + "1944]",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS.items())
def test_bounds_are_first_and_last_day(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize("text", REFUSED)
def test_text_that_cannot_be_stored_is_refused(text):
    with pytest.raises(ValidationError):
        validate_edtf(text)


@given(st.text(alphabet="0123456789X?~%-/.[]{},ET ", max_size=24))
@settings(max_examples=400, deadline=None)
def test_no_text_breaks_the_bounds(text):
    try:
        first, last = bounds(text)
    except ValidationError:
        return

    assert first is None or last is None or first <= last


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
@settings(max_examples=60, deadline=None)
def test_bounds_of_single_dates_agree_with_the_package(day, form):
    text = day.strftime(form)
    theirs = parse_edtf(text)

    assert bounds(text) == (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3]))


def test_dates_in_store_are_read_without_the_slow_grammar():
    """A page of 48 photographs may show 48 dates: the grammar of the package would cost a second."""
    days = [f"{year}-{month:02}-14~" for year in range(1941, 1946) for month in range(1, 13)]
    _judge.cache_clear()
    start = perf_counter()

    for day in days:
        bounds(day)

    assert perf_counter() - start < 0.05
