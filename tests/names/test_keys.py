import pytest

from commemoration.names.given_names import russian_forms
from commemoration.names.keys import keys_of
from commemoration.names.sounds import sounds_of


@pytest.mark.parametrize(
    ("name", "stone"),
    [
        ("Бобельцов", "Robelsovs"),
        ("Янков", "Jankour"),
        ("Гренатовский", "Gutekanovsky"),
        ("Минаев", "Minay"),
        ("Шелипов", "Skepilow"),
        ("Журавлёв", "Jouravliev"),
        ("Захарченко", "Sachartchenko"),
        ("Ли", "Lie"),
        ("Уль", "Oul"),
    ],
)
def test_a_name_and_its_stone_share_a_key(name, stone):
    assert keys_of(sounds_of(name)) & keys_of(sounds_of(stone))


def test_names_apart_share_none():
    assert not keys_of(sounds_of("Бобельцов")) & keys_of(sounds_of("Журавлёв"))


def test_keys_are_few_and_plain():
    for name in ("Ы", "Рождественский", "Chtchoukine", "Jjjj", "x" * 200):
        keys = keys_of(sounds_of(name))
        assert len(keys) <= 400
        assert all(key.isascii() for key in keys)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jean", "Иван"),
        ("Serge", "Сергей"),
        ("Basile", "Василий"),
        ("Théodore", "Фёдор"),
        ("Федор", "Фёдор"),
        ("Etienne", "Степан"),
        ("WASILY", "Василий"),
        ("Joris", "Егор"),
    ],
)
def test_national_forms_of_given_names_meet(one, other):
    assert russian_forms(one) & russian_forms(other)


def test_other_given_names_do_not_meet():
    assert not russian_forms("Jean") & russian_forms("Сергей")
    assert russian_forms("Xyzzy") == frozenset()
