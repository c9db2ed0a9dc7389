import pytest

from commemoration.names.asked import LONGEST, Reading, understand


@pytest.mark.parametrize(
    ("query", "reading"),
    [
        ("Бобельцов", Reading("Бобельцов")),
        ("Vassili Bobeltsov", Reading("Bobeltsov", "Vassili")),
        ("Bobeltsov Vassili", Reading("Bobeltsov", "Vassili")),
        ("Иванов Иван Петрович", Reading("Иванов", "Иван", "Петрович")),
        ("Jan van der Berg", Reading("van der Berg", "Jan")),
    ],
)
def test_names_are_told_apart(query, reading):
    assert understand(query).readings == [reading]


def test_doubt_gives_more_than_one_reading():
    readings = understand("Роман Лука").readings

    assert readings[:2] == [Reading("Роман", "Лука"), Reading("Лука", "Роман")]


def test_a_given_name_alone_may_be_a_surname():
    assert understand("Иван").readings == [Reading("Иван"), Reading("", "Иван")]


def test_a_surname_like_a_patronymic_is_found_as_one():
    assert Reading("Мицкевич", "Адам") in understand("Адам Мицкевич").readings


@pytest.mark.parametrize(
    ("query", "years"),
    [
        ("Robelsovs 1906", [1906]),
        ("Robelsovs 1906-1944", [1906, 1944]),
        ("Иванов 12.03.1912", [1912]),
        ("Иванов 3000", []),
    ],
)
def test_years(query, years):
    assert understand(query).years == years


@pytest.mark.parametrize(
    "date",
    ["30 декабря 1906", "30 december 1906", "le 30 décembre 1906 ", "op 30 december 1906",
     "December 30, 1906", "30.12.1906", "30/12/1906", "1906-12-30", "30 декабря 1906 г.",
     "1906 года"],
)  # fmt: skip
def test_a_date_is_no_name(date):
    assert understand(date).readings == []
    asked = understand(f"Бобельцов {date}")
    assert (asked.readings, asked.years, asked.numbers) == ([Reading("Бобельцов")], [1906], [])


def test_what_only_begins_like_a_date_is_a_name():
    assert understand("Декабристов 1906").readings == [Reading("Декабристов")]
    assert Reading("May", "Ivanov") in understand("May Ivanov").readings


def test_who_asks_for_the_unknown():
    asked = ["неизвестный солдат", "Unknown", "soldat inconnu", "Onbekende", "Неизвестные"]

    assert [understand(query).is_of_unknown for query in asked] == [True] * 5
    assert not understand("Неизвестов").is_of_unknown


def test_numbers_of_prisoners():
    assert understand("Хавелько 23/456").numbers == ["23456"]
    assert understand("Хавелько 1910").numbers == []


@pytest.mark.parametrize("query", ["", "   ", "\x00\x01", "‮​", "?!,.", "❤", "%%%", "'; --"])
def test_what_is_no_name_asks_for_nobody(query):
    assert understand(query).is_empty


def test_marks_of_direction_and_control_signs_are_left_out():
    assert understand("‮Robel\x00sovs‬").text == "Robel sovs"


def test_a_long_query_is_cut_and_says_so():
    asked = understand("я" * 10_000)

    assert (len(asked.text), asked.was_cut) == (LONGEST, True)
    assert not understand("Бобельцов").was_cut
