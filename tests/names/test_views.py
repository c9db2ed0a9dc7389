import pytest

from commemoration.names.asked import LONGEST
from tests.factories.pages import build_site
from tests.names.people import KIND, add_person, identified, inscribed

pytestmark = pytest.mark.django_db

PAGE, API = "/en/names/", "/api/names"


@pytest.fixture
def site():
    return build_site()


@pytest.fixture
def bobeltsov():
    return add_person(
        inscribed("Robelsovs", "Vasile"),
        identified("Bobeltsov", "Vassili"),
        identified("Бобельцов", "Василий"),
        birth="1906-12-30",
        death="1944-10-31",
    )


def names_on(response) -> list[str]:
    return [answer.headline.name for answer in response.context["answers"]]


@pytest.mark.parametrize("query", ["1944", "31.10.1944", "%", "…"])
def test_a_query_without_a_name_is_asked_for_one(client, site, query):
    page = client.get(PAGE, {"q": query}).content.decode()

    assert "Write a surname: a year or a sign alone finds nobody." in page


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Bobeltsov, Vassili"), ("ru", "Бобельцов Василий")]
)
def test_the_page_shows_the_name_in_the_readers_script_first(
    client, site, bobeltsov, language, name
):
    response = client.get(f"/{language}/names/", {"q": "Бобельцов"})

    assert names_on(response) == [name]
    assert f'href="/tested/{bobeltsov.pk}/"' in response.content.decode()


def test_the_page_without_a_query_says_what_is_covered(client, site, bobeltsov):
    response = client.get(PAGE)

    assert [(each.kind.slug, each.people) for each in response.context["coverage"]] == [(KIND, 1)]
    assert "answers" not in response.context


def test_nobody_found_gets_the_nearest_names_and_where_to_ask(client, site):
    add_person(inscribed("Kustow"))

    response = client.get(PAGE, {"q": "Кузнецов"})

    assert response.context["nearest"] == ["Kustow"]
    assert "https://obd-memorial.ru/" in response.content.decode()


def test_one_letter_gets_the_names_that_begin_with_it(client, site):
    for surname in ("Шилов", "Шаров", "Zhilin", "Kustow"):
        add_person(inscribed(surname))

    response = client.get(PAGE, {"q": "Ш"})

    assert response.context["nearest"] == ["Шаров", "Шилов"]
    assert client.get(PAGE, {"q": "Ж"}).context["nearest"] == ["Zhilin"]
    assert "One letter is too little" in response.content.decode()


# What is typed, and the names in whose place it stands; "" where nobody can be meant.
BAD_INPUT = {
    "letters of both scripts": ("Бобeльцов", "Robеlsоvs"),
    "an apostrophe": ("O'Bobeltsov", "Гур’ев", "d'Astier"),
    "hyphens": ("Bobeltsov-Konovalov", "Бобельцов‑Коновалов"),
    "particles": ("van der Bobeltsov", "von Bobeltsov", "DE BOBELTSOV"),
    "marks and controls": ("\u202eБобельцов\u202c", "Bob\u200eeltsov", "Bob\u00adeltsov", "B\x00"),
    "a letter in two parts": ("Бобельцо\u0301в", "Vasi\u0308le Bobeltsov"),
    "full width": ("Ｂｏｂｅｌｔｓｏｖ",),
    "much": ("я" * 10_000, "Bobeltsov " * 1_000, "Б" + "\u0301" * 5_000, "Бобельцов" * 22),
    "one letter": ("Ю",),
    "nothing": ("   ", "\x00\x01", "%", "((((", "😀", "' OR 1=1", "<b>x</b>", "=1+1"),
}
FOUND = {
    "letters of both scripts", "hyphens", "particles", "one letter", "full width",
    "a letter in two parts",
}  # fmt: skip


@pytest.mark.parametrize("what", BAD_INPUT)
def test_any_query_is_answered_politely(client, site, bobeltsov, what, settings):
    settings.NAME_SEARCHES_A_MINUTE = 1_000
    short = add_person(inscribed("Ю.", "Иван"))

    for query in BAD_INPUT[what]:
        page, search = (client.get(path, {"q": query}) for path in (PAGE, "/en/search/"))
        answer = client.get(API, {"q": query}).json()

        assert (page.status_code, search.status_code) == (200, 200)
        for response in (page, search):
            assert len(response.content) < 60_000
            assert "<b>x</b>" not in response.content.decode()
            assert not set("\x00\u202e") & set(response.content.decode())
        assert len(answer["query"]) <= LONGEST
        if what in FOUND:
            assert {each["id"] for each in answer["results"]} & {bobeltsov.pk, short.pk}


def test_a_cut_query_says_so(client, site, bobeltsov):
    response = client.get(PAGE, {"q": "я" * (LONGEST + 1)})

    assert "Only the beginning of what you typed was used." in response.content.decode()


def test_markup_in_a_name_is_text(client, site):
    add_person(inscribed("<script>alert(1)</script>"))

    content = client.get(PAGE, {"q": "script alert script"}).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content
    assert "<script>alert" not in content


@pytest.mark.parametrize("people", [1, 3])
def test_queries_of_the_page_do_not_grow(client, site, people, django_assert_num_queries):
    for _each in range(people):
        add_person(inscribed("Robelsovs", "Vasile"))
    client.get(PAGE, {"q": "x"})

    with django_assert_num_queries(8):
        assert len(names_on(client.get(PAGE, {"q": "Robelsovs"}))) == people


def test_json_answers_in_the_promised_shape(client, bobeltsov):
    response = client.get(API, {"q": "Бобельцов 1906", "lang": "en"})

    assert response.json() == {
        "query": "Бобельцов 1906",
        "total": 1,
        "results": [
            {
                "kind": KIND,
                "id": bobeltsov.pk,
                "url": f"http://testserver/tested/{bobeltsov.pk}/",
                "name": {
                    "identified": "Bobeltsov, Vassili",
                    "inscribed": "Robelsovs, Vasile",
                    "cyrillic": "Бобельцов Василий",
                },
                "born": "1906-12-30",
                "died": "1944-10-31",
                "place": "Arlon",
                "match": {
                    "band": "exact",
                    "reasons": [
                        "The surname is written as you asked.",
                        "The inscription reads “Robelsovs”.",
                        "R and B are easily confused.",
                        "S and TS sound alike.",
                        "Other letters differ too.",
                        "Born in 1906, as you asked.",
                    ],
                },
            }
        ],
    }
    assert response["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize(("limit", "shown"), [("1", 1), ("2", 2), ("0", 1), ("x", 3), ("-1", 3)])
def test_json_gives_at_most_the_limit(client, limit, shown):
    for _each in range(3):
        add_person(inscribed("Robelsovs"))

    answer = client.get(API, {"q": "Robelsovs", "limit": limit}).json()

    assert (answer["total"], len(answer["results"])) == (3, shown)


def test_json_asks_one_list_or_all(client, bobeltsov):
    assert client.get(API, {"q": "Robelsovs", "kind": KIND}).json()["total"] == 1
    assert client.get(API, {"q": "Robelsovs", "kind": "no-such-list"}).json()["total"] == 1


def test_nothing_is_told_of_a_hidden_person(client, site):
    add_person(inscribed("Robelsovs"), is_public=False, prisoner_number="23456")

    for query in ("Robelsovs", "23456"):
        assert client.get(API, {"q": query}).json()["results"] == []
    assert "Robelsovs, " not in client.get(PAGE, {"q": "Robelsovs"}).content.decode()
    assert client.get(PAGE, {"q": "Robelsovz"}).context["nearest"] == []


def test_too_many_searches_wait(client, site, bobeltsov, settings):
    settings.NAME_SEARCHES_A_MINUTE = 2

    answers = [client.get(API, {"q": "Robelsovs"}).status_code for _each in range(3)]
    page = client.get(PAGE, {"q": "Robelsovs"})

    assert answers == [200, 200, 429]
    assert page.status_code == 429
    assert "Wait a minute" in page.content.decode()
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("address", [PAGE, API])
def test_only_reading_is_allowed(client, site, address):
    assert client.post(address, {"q": "Robelsovs"}).status_code == 405
