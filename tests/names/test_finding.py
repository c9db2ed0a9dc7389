import pytest

from commemoration.names.models import NameForm, SurnameSound
from commemoration.names.reasons import reasons_of
from commemoration.names.selectors.finding import MOST_POSSIBLE, find_people
from commemoration.names.selectors.matching import Band
from commemoration.names.services.people import add_forms, show_person
from tests.names.people import KIND, add_person, identified, inscribed

pytestmark = pytest.mark.django_db


def found(query: str, **filters):
    return [match.person for match in find_people(query, **filters).matches]


@pytest.mark.parametrize(
    "query",
    ["Бобельцов", "Bobeltsov", "BOBELZOW", "Robelsovs", "robelsovs 1906", "Vassili Bobeltsov 1944"],
)
def test_one_person_is_found_by_any_spelling(query):
    person = add_person(inscribed("Robelsovs", "Vasile"), birth="1906-12-30", death="1944-10-31")
    add_person(inscribed("Kustow"))

    assert found(query) == [person]


def test_bands_say_how_much_a_match_says():
    same = add_person(inscribed("Журавлёв"))
    sound = add_person(inscribed("Jouravliev"))
    possible = add_person(inscribed("Jouraviov"))

    matches = find_people("Журавлев").matches

    assert [(match.person, match.band) for match in matches] == [
        (same, Band.EXACT),
        (sound, Band.SAME_SOUND),
        (possible, Band.POSSIBLE),
    ]


def test_many_of_one_surname_make_room_for_another_spelling():
    same = [add_person(inscribed("Plotnikov", "Ivan"), birth="1910") for _each in range(12)]
    other = add_person(inscribed("Plotniko", "Ivan"), birth="1910")

    assert found("Плотников").index(other) < 10
    assert set(found("Плотников")) == {*same, other}
    for query in ("Плотников Иван", "Плотников 1910"):
        assert found(query)[:12] == same


def test_a_hidden_person_is_not_found():
    person = add_person(inscribed("Robelsovs"))
    assert found("Robelsovs") == [person]

    show_person(person, is_public=False)

    assert found("Robelsovs") == []


def test_one_list_may_be_asked_alone():
    person = add_person(inscribed("Robelsovs"))
    add_person(inscribed("Robelsovs"), kind="another")

    assert found("Robelsovs", kind=KIND) == [person]
    assert len(found("Robelsovs")) == 2


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        ("1906", Band.EXACT),
        ("1907", Band.EXACT),
        ("1908", Band.EXACT),
        ("", Band.EXACT),
        ("1890/1910", Band.EXACT),
        ("1912", Band.POSSIBLE),
    ],
)
def test_a_year_speaks_for_or_against(birth, band):
    add_person(inscribed("Robelsovs"), birth=birth)

    assert [match.band for match in find_people("Robelsovs 1906").matches] == [band]


def test_the_year_decides_between_two_of_one_name():
    add_person(inscribed("Ivanoff"), birth="1899")
    unknown = add_person(inscribed("Ivanoff"))
    meant = add_person(inscribed("Ivanoff"), birth="1906")
    near = add_person(inscribed("Ivanoff"), birth="1907")

    assert found("Иванов 1906")[:3] == [meant, near, unknown]


def test_the_given_name_decides_between_two_of_one_name():
    peter = add_person(inscribed("Ivanoff", "Pierre"))
    john = add_person(inscribed("Ivanoff", "Jean"))
    nameless = add_person(inscribed("Ivanoff"))

    assert found("Иван Иванов") == [john, nameless, peter]
    assert [match.given_agrees for match in find_people("Иванов Иван").matches] == [
        True,
        True,
        False,
    ]


def test_an_initial_is_no_other_name():
    add_person(inscribed("Ivanoff", "I."))

    assert [match.given_agrees for match in find_people("Иванов Иван").matches] == [True]


def test_a_prisoner_is_found_by_the_number_alone():
    person = add_person(inscribed("Robelsovs"), prisoner_number="23 456")
    add_person(inscribed("Kustow"), prisoner_number="23457")

    assert found("23456") == found("23/456") == [person]


def test_a_given_name_alone_finds_those_who_have_it():
    person = add_person(inscribed("Robelsovs", "Vasile"))
    add_person(inscribed("Kustow", "Jean"))

    assert found("Василий") == [person]


def test_reasons_name_the_letters():
    add_person(inscribed("Robelsovs", "Vasile"), identified("Bobeltsov", "Vassili"))

    (match,) = find_people("Бобельцов").matches

    assert reasons_of(match)[2:4] == [
        "The inscription reads “Robelsovs”.",
        "R and B are easily confused.",
    ]


def test_reasons_say_what_speaks_against():
    add_person(inscribed("Ivanoff", "Pierre"), birth="1899")

    (match,) = find_people("Иванов Иван 1906").matches

    assert reasons_of(match)[-2:] == [
        "The given name is another one: Pierre.",
        "Born in 1899; you asked for 1906.",
    ]


def test_forms_are_added_and_never_replaced():
    person = add_person(inscribed("Robelsovs"))

    add_forms(person=person, names=[inscribed("Robelsovs"), identified("Bobeltsov")])

    assert [str(form) for form in NameForm.objects.filter(person=person)] == [
        "Robelsovs",
        "Bobeltsov",
    ]


def test_two_of_one_name_share_its_keys():
    add_person(inscribed("Robelsovs"))
    add_person(inscribed("ROBELSOVS"))

    assert SurnameSound.objects.count() == 1


def test_letters_of_the_other_script_inside_a_name():
    person = add_person(inscribed("Rоbelsоvs"))  # both о are Cyrillic

    assert found("Robelsovs") == [person]


@pytest.mark.parametrize("query", ["Я", "X", "-", "ъ", "'", "x" * 200, "ван дер", "%", "\\"])
def test_odd_queries_do_no_harm(query):
    add_person(inscribed("Robelsovs"))

    assert len(find_people(query).matches) == 0


@pytest.mark.parametrize("name", ["Я", "Li", "O'Neill", "d’Or-Van der Berg", "я" * 200])
def test_odd_names_are_found_by_themselves(name):
    person = add_person(inscribed(name))

    assert found(name) == [person]


@pytest.mark.parametrize(("people", "shown"), [(1, 1), (3, 3), (60, 5 + MOST_POSSIBLE)])
def test_queries_do_not_grow_with_the_people(people, shown, django_assert_num_queries):
    """Of sixty, five were born in these years, give or take two."""
    for number in range(people):
        add_person(inscribed("Robelsovs", "Vasile"), birth=str(1880 + number))

    with django_assert_num_queries(4):
        assert len(found("Robelsovs 1906")) == shown
