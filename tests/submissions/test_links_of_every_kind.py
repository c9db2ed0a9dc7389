"""All signed links of the site beside each other: none opens what another was made for, a damaged
or an old one opens nothing, and whoever only looks changes nothing."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from commemoration.submissions.links import (
    LinkPurpose,
    read_any_pass,
    read_objection,
    read_pass,
    sign_objection,
    sign_pass,
)
from commemoration.submissions.models import Submission
from commemoration.submissions.services.objections import raise_objection
from tests.factories.caretakers import caretaker, pages_of
from tests.factories.submissions import draft
from tests.submissions.test_links import at
from tributes.graves.caretakers.links import read_access, sign_access
from tributes.graves.models import Caretaker

pytestmark = pytest.mark.django_db

READERS = {
    "open": lambda word: read_pass(word, LinkPurpose.OPEN),
    "confirm": lambda word: read_pass(word, LinkPurpose.CONFIRM),
    "objection": read_objection,
    "caretaker": read_access,
}
PREFIXES = {"open": "my", "confirm": "my", "objection": "object", "caretaker": "caretaker"}


@pytest.fixture
def links() -> dict[str, str]:
    """A word of each kind that opens something now."""
    submission = draft()
    raised = raise_objection(
        page="http://testserver/en/", who="shown", why="", email="b@example.org", language="en"
    )
    return {
        "open": sign_pass(submission),
        "confirm": sign_pass(submission, LinkPurpose.CONFIRM),
        "objection": sign_objection(raised),
        "caretaker": sign_access(caretaker()),
    }


def address(kind: str, word: str) -> str:
    return f"/{PREFIXES[kind]}/{word}/"


def test_link_of_one_kind_is_none_of_another(links):
    opened = {
        kind: [other for other, read in READERS.items() if read(word)]
        for kind, word in links.items()
    }
    answers = {
        (kind, prefix): Client().get(f"/{prefix}/{word}/").status_code
        for kind, word in links.items()
        for prefix in set(PREFIXES.values())
    }

    assert opened == {kind: [kind] for kind in READERS}
    assert {pair for pair, status in answers.items() if status == 302} == set(PREFIXES.items())
    assert set(answers.values()) == {302, 404}


def test_word_of_one_kind_opens_no_page_as_the_cookie_of_another(links):
    """Each word under each name, at each page that some word opens."""
    names = {}
    for kind, word in links.items():
        answer = Client().get(address(kind, word))
        (name, *_other) = answer.cookies
        names[kind] = (name.removesuffix("-en"), answer["Location"])

    for kind, (name, page) in names.items():
        for other, word in links.items():
            browser = Client()
            for cookie in (name, f"{name}-en"):
                browser.cookies[cookie] = word
            expected = 200 if other == kind else 404
            assert browser.get(page).status_code == expected, f"{other} at {page}"


@pytest.mark.parametrize("kind", list(READERS))
def test_word_that_is_cut_or_altered_anywhere_opens_nothing(links, kind):
    word, read = links[kind], READERS[kind]

    def replaced(place: int) -> str:
        sign = "A" if word[place] != "A" else "B"
        return word[:place] + sign + word[place + 1 :]

    damaged = [
        *(word[:end] for end in range(len(word))),
        *(word[start:] for start in range(1, len(word))),
        *(replaced(place) for place in range(len(word))),
        *(word[:place] + word[place + 1 :] for place in range(len(word))),
        *(word[:place] + word[place] + word[place:] for place in range(len(word))),
        f"{word} ",
        f"{word}\x00",
        f"{word}{word}",
        word.replace(":", "\uff1a"),
    ]

    assert read(word) is not None
    assert [each for each in damaged if read(each) is not None] == []
    assert [each for each in damaged if read_any_pass(each) is not None] == []


@pytest.mark.parametrize("kind", ["open", "confirm", "objection"])
def test_old_link_opens_nothing(links, kind, settings):
    days = timedelta(days=settings.SUBMISSION_LINK_DAYS)

    with at(days - timedelta(minutes=1)):
        in_time = Client().get(address(kind, links[kind])).status_code
    with at(days + timedelta(minutes=1)):
        late = Client().get(address(kind, links[kind])).status_code

    assert (in_time, late) == (302, 404)


def test_link_of_a_caretaker_ends_with_its_record(links):
    """The record says how long it holds, not the word."""
    neighbour = Caretaker.objects.get()
    browser = Client()
    browser.get(address("caretaker", links["caretaker"]))
    past = timezone.now() - timedelta(minutes=1)
    Caretaker.objects.update(issued_at=past - timedelta(days=9), valid_until=past)

    assert browser.get(address("caretaker", links["caretaker"])).status_code == 410
    assert browser.get(pages_of(neighbour)).status_code == 410


@pytest.mark.parametrize("kind", ["open", "confirm", "caretaker"])
def test_link_and_cookie_of_an_older_version_open_nothing(links, kind):
    browser = Client()
    page = browser.get(address(kind, links[kind]))["Location"]
    assert browser.get(page).status_code == 200
    Submission.objects.update(link_version=2)
    Caretaker.objects.update(link_version=9)

    gone = 410 if kind == "caretaker" else 404
    assert Client().get(address(kind, links[kind])).status_code == gone
    assert browser.get(page).status_code == gone


def all_rows() -> dict[str, list]:
    """Everything in every table that tells of what people send."""
    labels = ("submissions", "core", "graves")
    models = [model for label in labels for model in apps.get_app_config(label).get_models()]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("kind", list(READERS))
def test_programs_that_check_letters_change_nothing(links, kind):
    """They ask by HEAD and GET, twice, with the cookie and without, and follow where it leads."""
    before, browser = all_rows(), Client()

    for _time in range(2):
        for ask in (browser.head, browser.get, Client().head, Client().get):
            answer = ask(address(kind, links[kind]))
            assert answer.status_code == 302
            assert "no-store" in answer["Cache-Control"]
            followed = ask(answer["Location"])
            assert followed.status_code in (200, 404)
    page = browser.get(answer["Location"])

    assert page.status_code == 200, "the control: it opens"
    assert all_rows() == before
    asked = browser.post(answer["Location"])
    if kind in ("confirm", "objection"):
        assert asked.status_code == 302
        assert all_rows() != before, "the control: a person who presses the button changes it"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_link_is_only_looked_at(links, method):
    before = all_rows()

    answers = {
        kind: getattr(Client(), method)(address(kind, word)).status_code
        for kind, word in links.items()
    }

    assert set(answers.values()) == {405}
    assert all_rows() == before
