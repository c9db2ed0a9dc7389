import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from commemoration.core.edtf import in_words

PHRASES = {
    "": ("date unknown", "date inconnue", "datum onbekend", "дата неизвестна"),
    "1943": ("1943", "1943", "1943", "1943 год"),
    "1943?": ("possibly 1943", "peut-être 1943", "mogelijk 1943", "возможно, 1943 год"),
    "1915~": ("about 1915", "vers 1915", "omstreeks 1915", "около 1915 года"),
    "1943-05~": ("about May 1943", "vers mai 1943", "omstreeks mei 1943", "около мая 1943 года"),
    "1943%": (
        "possibly about 1943", "peut-être vers 1943", "mogelijk omstreeks 1943",
        "возможно, около 1943 года",
    ),
    "1943-05": ("May 1943", "mai 1943", "mei 1943", "май 1943 года"),
    "1945-05-09": ("9 May 1945", "9 mai 1945", "9 mei 1945", "9 мая 1945 года"),
    "1943-05-01": ("1 May 1943", "1er mai 1943", "1 mei 1943", "1 мая 1943 года"),
    "194X": ("1940s", "années 1940", "jaren 1940", "1940-е годы"),
    "194X~": (
        "about the 1940s", "vers les années 1940", "omstreeks de jaren 1940", "около 1940-х годов",
    ),
    "19XX": ("20th century", "XXe siècle", "20e eeuw", "XX век"),
    "1943-XX": (
        "1943 (month unknown)", "1943 (mois inconnu)", "1943 (maand onbekend)",
        "1943 год (месяц неизвестен)",
    ),
    "1943-05-XX": (
        "May 1943 (day unknown)", "mai 1943 (jour inconnu)", "mei 1943 (dag onbekend)",
        "май 1943 года (день неизвестен)",
    ),
    "1944-23": ("autumn 1944", "automne 1944", "herfst 1944", "осень 1944 года"),
    "1944-21~": (
        "about spring 1944", "vers le printemps 1944", "omstreeks de lente van 1944",
        "около весны 1944 года",
    ),
    "1935/1944": (
        "from 1935 to 1944", "de 1935 à 1944", "van 1935 tot en met 1944", "с 1935 по 1944 год",
    ),
    "1943-04/1943-06": (
        "from April to June 1943", "d’avril à juin 1943", "van april tot en met juni 1943",
        "с апреля по июнь 1943 года",
    ),
    "1945-05-02/1945-05-09": (
        "from 2 to 9 May 1945", "du 2 au 9 mai 1945", "van 2 tot en met 9 mei 1945",
        "со 2 по 9 мая 1945 года",
    ),
    "1944-12-16/1945-01-25": (
        "from 16 December 1944 to 25 January 1945", "du 16 décembre 1944 au 25 janvier 1945",
        "van 16 december 1944 tot en met 25 januari 1945",
        "с 16 декабря 1944 года по 25 января 1945 года",
    ),
    "1944-23/1945-24": (
        "from autumn 1944 to winter 1945", "de l’automne 1944 à l’hiver 1945",
        "van de herfst van 1944 tot en met de winter van 1945",
        "с осени 1944 года по зиму 1945 года",
    ),
    "193X/194X": (
        "from the 1930s to the 1940s", "des années 1930 aux années 1940",
        "van de jaren 1930 tot en met de jaren 1940", "с 1930-х годов по 1940-е годы",
    ),
    "../1945": ("until 1945", "jusqu’en 1945", "tot en met 1945", "по 1945 год"),
    "/1945": (
        "until 1945 (start unknown)", "jusqu’en 1945 (début inconnu)",
        "tot en met 1945 (begin onbekend)", "по 1945 год (начало неизвестно)",
    ),
    "1943-06/..": (
        "from June 1943 onwards", "à partir de juin 1943", "vanaf juni 1943", "с июня 1943 года",
    ),
    "[..1943-04]": ("before May 1943", "avant mai 1943", "vóór mei 1943", "до мая 1943 года"),
    "[1945-05-10..]": (
        "after 9 May 1945", "après le 9 mai 1945", "na 9 mei 1945", "после 9 мая 1945 года",
    ),
    "[1943-05..1943-06]": (
        "between May and June 1943", "entre mai et juin 1943", "tussen mei en juni 1943",
        "между маем и июнем 1943 года",
    ),
    "[1943..1945]": (
        "between 1943 and 1945", "entre 1943 et 1945", "tussen 1943 en 1945",
        "между 1943 и 1945 годами",
    ),
    "[1943,1944]": ("1943 or 1944", "1943 ou 1944", "1943 of 1944", "1943 или 1944 год"),
    "{1941,1943,1944}": (
        "1941, 1943 and 1944", "1941, 1943 et 1944", "1941, 1943 en 1944", "1941, 1943 и 1944 годы",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (text, language, phrase)
        for text, phrases in PHRASES.items()
        for language, phrase in zip(("en", "fr", "nl", "ru"), phrases, strict=True)
    ],
)
def test_date_reads_as_words(text, language, expected):
    assert in_words(text, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr-be", "mai 1943"), ("NL", "mei 1943"), ("de", "May 1943")],
)
def test_region_is_ignored_and_other_languages_read_english(language, expected):
    assert in_words("1943-05", language) == expected


def test_active_language_is_the_default():
    with override("ru"):
        assert in_words("1943-05") == "май 1943 года"


def test_text_that_is_no_edtf_is_refused():
    with pytest.raises(ValidationError):
        in_words("1943-02-30", "en")
