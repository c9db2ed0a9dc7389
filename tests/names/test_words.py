import pytest

from commemoration.names.words import (
    MOST_SOUNDS,
    given_keys,
    is_patronymic,
    patronymic_keys,
    surname_sounds,
    words_of,
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ter-Petrosian", ["Ter", "Petrosian"]),
        ("O'Neill d’Or", ["O'Neill", "d’Or"]),
        ("van der Berg", ["van", "der", "Berg"]),
        ("Я.", ["Я"]),
        ("12 / 34 ?!", []),
    ],
)
def test_words_of_a_name(name, words):
    assert words_of(name) == words


def test_double_names_are_found_by_each_part():
    assert surname_sounds("Мамин-Сибиряк") == ["maminsibirjak", "mamin", "sibirjak"]


def test_particles_may_be_left_out_or_not():
    assert set(surname_sounds("van den Berg")) & set(surname_sounds("Berg"))
    assert set(surname_sounds("van den Berg")) & set(surname_sounds("Vandenberg"))
    assert surname_sounds("Van") == ["van"]


def test_long_names_stay_short_rows():
    assert [len(sounds) for sounds in surname_sounds("ab" * 100)] == [MOST_SOUNDS]


@pytest.mark.parametrize(
    ("one", "other"), [("Vasile", "Василий"), ("Jean", "Иван"), ("Ivan-Jean", "Johann")]
)
def test_given_names_meet(one, other):
    assert set(given_keys(one)) & set(given_keys(other))


def test_unknown_given_names_meet_by_sound():
    assert set(given_keys("Togaï")) & set(given_keys("Тогай")) == {"togai"} or set(
        given_keys("Tursuk")
    ) == set(given_keys("Турсук"))


@pytest.mark.parametrize("word", ["Васильевич", "Ивановна", "Petrovitch", "Ivanovich", "Ильинична"])
def test_patronymics_are_known(word):
    assert is_patronymic(word)


@pytest.mark.parametrize("word", ["Иванов", "Kovitch", "Berg", "Ли"])
def test_other_words_are_no_patronymics(word):
    assert not is_patronymic(word)


def test_patronymics_meet_across_scripts():
    assert patronymic_keys("Васильевич") == patronymic_keys("Vassilievitch") != []
