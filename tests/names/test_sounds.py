import pytest

from commemoration.names.sounds import DOUBTFUL, is_cyrillic, read, sounds_of


@pytest.mark.parametrize(
    ("spelling", "sounds"),
    [
        ("Журавлёв", "Zuravljov"),
        ("Jouravliev", "JuravlIv"),
        ("Zhuravlev", "Zuravlev"),
        ("Tereschtschenko", "tereWenko"),
        ("Терещенко", "tereWenko"),
        ("Isakoff", "isakof"),
        ("Їжак", "iZak"),
        ("Szczęsny", "Wesni"),
        ("O'Кеефе", "okefe"),
        ("D’Arc-", "darc"),
        ("", ""),
        ("№ 12", ""),
    ],
)
def test_spelling_becomes_sounds(spelling, sounds):
    assert sounds_of(spelling) == sounds


def test_letters_of_the_other_script_are_read_as_they_look():
    assert sounds_of("Aгафонов") == sounds_of("Агафонов")
    assert sounds_of("Agаfоnоv") == sounds_of("Agafonov")
    assert not is_cyrillic("Agаfonov")


@pytest.mark.parametrize("spelling", ["Bobelьцов", "Бобелtsov", "Бobelцоv"])
def test_a_piece_in_the_other_script_is_read_in_its_own(spelling):
    assert sounds_of(spelling) == sounds_of("Бобельцов")


def test_each_sound_knows_its_letters():
    assert [tuple(sound) for sound in read("Schukow")] == [
        ("B", "sch"),
        ("u", "u"),
        ("k", "k"),
        ("o", "o"),
        ("v", "w"),
    ]


def test_composed_and_decomposed_letters_are_one():
    assert sounds_of("Й") == sounds_of("Й") == "j"


def test_doubtful_letters_stand_for_sounds_that_exist():
    assert all(symbol not in "".join(DOUBTFUL.values()) for symbol in DOUBTFUL)
