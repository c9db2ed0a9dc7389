import pytest

from commemoration.names.asked import Reading, understand
from commemoration.names.selectors.finding import find_people
from commemoration.names.selectors.readings import likely_readings
from commemoration.names.services.people import show_person
from tests.names.people import add_person, inscribed

pytestmark = pytest.mark.django_db

# In no table of given names.
QUERY = "Рустам Костромин"


def read(query: str) -> list[Reading]:
    return likely_readings(understand(query)).readings


def test_a_given_name_that_the_lists_know_is_no_surname():
    assert len(read(QUERY)) == 3
    known = add_person(inscribed("Sadykov", "Roustam"))
    wanted = add_person(inscribed("Kostromin", "Roustam"))

    assert read(QUERY) == [Reading("Костромин", "Рустам")]
    assert [match.person for match in find_people(QUERY).matches] == [wanted]

    for person in (known, wanted):
        show_person(person, is_public=False)
    assert len(read(QUERY)) == 3


def test_a_given_name_that_is_a_surname_too_may_be_either():
    add_person(inscribed("Sadykov", "Roustam"))
    other = add_person(inscribed("Roustam", "Kostromin"))

    assert Reading("Рустам", "Костромин") in read(QUERY)
    assert other in [match.person for match in find_people(QUERY).matches]


def test_a_word_alone_stays_a_surname():
    add_person(inscribed("Sadykov", "Roustam"))

    assert read("Рустам") == [Reading("Рустам")]


@pytest.mark.parametrize("query", ["Август 1906", "août 1906"])
def test_a_month_beside_a_year_is_a_name_where_somebody_is_called_so(query):
    assert read(query) == []

    person = add_person(inscribed(query.split()[0]), birth="1906")

    assert read(query) == [Reading(query.split()[0])]
    assert [match.person for match in find_people(query).matches] == [person]
