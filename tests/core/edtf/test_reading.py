# ruff: noqa: E501 (tables)
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from commemoration.core.edtf import bounds, in_words, parse_words, validate_edtf
from tests.core.edtf.test_bounds import DAYS
from tests.core.edtf.test_words import PHRASES

WRITTEN = {
    "en": {
        "9 May 1945": "1945-05-09", "May 9, 1945": "1945-05-09", "9th of May 1945": "1945-05-09",
        "on 9 May 1945": "1945-05-09", "MAY 1943": "1943-05", "Sept. 1944": "1944-09",
        "12.05.1944": "1944-05-12", "12/05/1944": "1944-05-12", "12-05-1944": "1944-05-12",
        "05/1944": "1944-05", "1945-05-09": "1945-05-09", "1943?": "1943?", "May 1943?": "1943-05?",
        "about 1915": "1915~", "c. 1915": "1915~", "ca 1915": "1915~", "circa May 1943": "1943-05~",
        "before May 1943": "[..1943-04]", "before 9 May 1945": "[..1945-05-08]",
        "before autumn 1944": "[..1944-08]", "before the 1940s": "[..1939]", "after 1945": "[1946..]",
        "after winter 1944": "[1945-03..]", "between 1943 and May 1944": "[1943-01..1944-05]",
        "between 9 and 12 May 1945": "[1945-05-09..1945-05-12]",
        "since 1935": "1935/..", "until May 1945": "../1945-05", "1935 to 1944": "1935/1944",
        "1941-1945": "1941/1945", "1941–1945": "1941/1945", "1941 - 1945": "1941/1945",
        "9–12 May 1945": "1945-05-09/1945-05-12", "the 1940s": "194X", "1940's": "194X",
        "in autumn 1944": "1944-23", "fall of 1944": "1944-23", "20th century": "19XX",
        "winter 1944/45": "1944-12/1945-02", "winter of 1944–1945": "1944-12/1945-02",
        "May or June 1943": "[1943-05,1943-06]", "1943 and 1944": "{1943,1944}",
        "unknown": "", "Undated": "", "n.d.": "", "": "", "   ": "", "194x": "194X", "194X": "194X",
        "[1943, 1944]": "[1943,1944]", "../1945": "../1945",
    },
    "fr": {
        "1er mai 1943": "1943-05-01", "le 9 mai 1945": "1945-05-09", "mai 1943": "1943-05",
        "vers 1915": "1915~", "environ 1915": "1915~", "avant mai 1943": "[..1943-04]",
        "entre mai et juin 1943": "[1943-05..1943-06]", "depuis août 1943": "1943-08/..",
        "d'avril à juin 1943": "1943-04/1943-06", "jusqu'au 9 mai 1945": "../1945-05-09",
        "années 1940": "194X", "les années 40": "194X", "à l'été 1944": "1944-22",
        "hiver 1944-1945": "1944-12/1945-02", "aout 1944": "1944-08", "inconnue": "", "s.d.": "",
        "XXe siècle": "19XX",
    },
    "nl": {
        "mei 1943": "1943-05", "9 mei 1945": "1945-05-09", "omstreeks 1915": "1915~",
        "rond mei 1943": "1943-05~", "voor mei 1943": "[..1943-04]", "vóór mei 1943": "[..1943-04]",
        "tussen mei en juni 1943": "[1943-05..1943-06]", "in de jaren 1940": "194X",
        "jaren '40": "194X", "najaar 1944": "1944-23", "van 1935 tot 1944": "1935/1944",
        "1940 t/m 1945": "1940/1945", "sinds 1935": "1935/..", "onbekend": "",
    },
    "ru": {
        "9 мая 1945 г.": "1945-05-09", "9 мая 1945": "1945-05-09", "9 мая 1945 года": "1945-05-09",
        "в мае 1943 г.": "1943-05", "Май 1943": "1943-05", "1943 г.": "1943", "1943г.": "1943",
        "12.05.1944": "1944-05-12", "ок. 1915 г.": "1915~", "около 1915 года": "1915~",
        "до мая 1943 года": "[..1943-04]", "после 9 мая 1945 года": "[1945-05-10..]",
        "между маем и июнем 1943 года": "[1943-05..1943-06]", "с 1935 по 1944 год": "1935/1944",
        "1941-1945 гг.": "1941/1945", "1941–1945 гг.": "1941/1945", "1940-е": "194X",
        "40-е годы": "194X", "осенью 1944 года": "1944-23", "зима 1944/45 года": "1944-12/1945-02",
        "май-июнь 1943": "1943-05/1943-06", "9-12 мая 1945 г.": "1945-05-09/1945-05-12",
        "с 1943 года": "1943/..", "по 1945 год": "../1945",
        "XX век": "19XX", "ХХ век": "19XX", "неизвестно": "", "б.д.": "", "б. д.": "",
        "между сентябрем и декабрем 1944": "[1944-09..1944-12]", "возможно, 1943 год": "1943?",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(lang, text, edtf) for lang, texts in WRITTEN.items() for text, edtf in texts.items()],
)  # fmt: skip
def test_written_date_is_read(language, text, expected):
    assert parse_words(text, language) == expected


def test_words_of_another_language_are_read_too():
    assert parse_words("9 мая 1945 г.", "nl") == "1945-05-09"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("30.02.1943", "impossible"), ("30 February 1943", "impossible"), ("1943-02-30", "impossible"),
        ("05/13/1944", "impossible"), ("31 апреля 1943 года", "impossible"),
        ("before 31 April 1943", "impossible"), ("between 1 May and 31 June 1943", "impossible"),
        ("12.05.44", "ambiguous"), ("1943-44", "ambiguous"), ("1943/44", "ambiguous"),
        ("'44", "ambiguous"), ("the 1900s", "ambiguous"),
        ("from 1945 to 1935", "wrong_order"), ("between June and May 1943", "wrong_order"),
        ("9 May 1715", "out_of_range"), ("before 0001", "impossible"), ("0000", "impossible"),
        ("some time", "not_understood"), ("May", "not_understood"), ("9 May", "not_understood"),
        ("about before 1943", "not_understood"), ("between 1943~ and 1945", "not_understood"),
        ("autumn or winter 1944", "not_understood"), ("x" * 301, "not_understood"), ("?", "not_understood"),
    ],
)  # fmt: skip
def test_input_that_cannot_be_a_date_is_refused(text, code):
    with pytest.raises(ValidationError) as refused:
        parse_words(text, "en")

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("language", "example"),
    [
        ("en", "between May and June 1943"),
        ("fr", "entre mai et juin 1943"),
        ("nl", "tussen mei en juni 1943"),
        ("ru", "между маем и июнем 1943 года"),
    ],
)
def test_refusal_gives_an_example_that_is_read(language, example):
    with pytest.raises(ValidationError) as refused:
        parse_words("no idea", language)

    assert example in refused.value.messages[0]
    assert parse_words(example, language) == "[1943-05..1943-06]"


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
@pytest.mark.parametrize("text", sorted({*PHRASES, *DAYS}))
def test_words_are_read_back_as_the_same_date(text, language):
    assert parse_words(in_words(text, language), language) == text


REFUSALS = {"ambiguous", "impossible", "not_understood", "out_of_range", "wrong_order"}
LANGUAGES = st.sampled_from(["en", "fr", "nl", "ru"])
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])
PLAIN_DATES = {
    form: st.dates(date(1801, 1, 1), date(2099, 12, 31)).map(lambda day, form=form: day.strftime(form))
    for form in ("%Y", "%Y-%m", "%Y-%m-%d")
}  # fmt: skip
PLAIN = st.one_of(*PLAIN_DATES.values())
VAGUE = st.builds(
    lambda year, form: form.format(year=year, decade=year // 10, century=year // 100),
    st.integers(1800, 2099),
    st.sampled_from(
        ["{decade}X", "{century}XX", "{year}-XX", "{year}-05-XX", "{year}-XX-XX"]
        + [f"{{year}}-{season}" for season in (21, 22, 23, 24)]
    ),
)
POINTS = st.builds("{}{}".format, st.one_of(PLAIN, VAGUE), QUALIFIERS)
SAME_PRECISION = st.one_of(
    *(st.lists(dates, min_size=2, max_size=4) for dates in PLAIN_DATES.values())
)
SHAPES = st.one_of(
    POINTS,
    st.builds("{}/{}".format, POINTS, POINTS),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), POINTS),
    st.builds("{}/{}".format, POINTS, st.sampled_from(["", ".."])),
    PLAIN.map("[..{}]".format),
    PLAIN.map("[{}..]".format),
    SAME_PRECISION.map(lambda dates: f"[{min(dates)}..{max(dates)}]"),
    SAME_PRECISION.map(lambda dates: f"[{','.join(dates)}]"),
    SAME_PRECISION.map(lambda dates: f"{{{','.join(dates)}}}"),
    st.lists(POINTS, min_size=2, max_size=3).map(lambda dates: f"[{','.join(dates)}]"),
)


@given(SHAPES, LANGUAGES)
@settings(max_examples=600, deadline=None)
def test_any_date_survives_being_written_and_read(text, language):
    try:
        validate_edtf(text)
    except ValidationError:
        assume(False)

    assert parse_words(in_words(text, language), language) == text


@given(st.text(max_size=40), LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_as_one_date_or_refused_with_a_reason(text, language):
    try:
        read, refused = parse_words(text, language), ""
    except ValidationError as refusal:
        read, refused = "", refusal.code

    assert refused in {"", *REFUSALS}
    assert parse_words(read, language) == read
    assert read == "" or bounds(read) != (None, None)
