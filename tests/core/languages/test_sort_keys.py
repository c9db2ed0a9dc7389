from commemoration.core.languages.sort_keys import natural_key


def test_numbers_sort_by_value():
    assert sorted(["SP-10", "SP-2", "SP-002a", "SP-1"], key=natural_key) == [
        "SP-1",
        "SP-2",
        "SP-002a",
        "SP-10",
    ]


def test_russian_letters_sort_as_in_the_dictionary():
    assert sorted(["жук", "ёлка", "ель", "еяка", "день", "йод", "иён", "кот"], key=natural_key) == [
        "день",
        "ель",
        "еяка",
        "ёлка",
        "жук",
        "иён",
        "йод",
        "кот",
    ]


def test_case_and_latin_accents_do_not_count():
    assert natural_key("Été  1") == natural_key("ete 1")
