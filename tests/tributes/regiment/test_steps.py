"""What families may type into the pages of the form, and what is made of it."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from commemoration.submissions.links import sign_pass
from commemoration.submissions.services.drafts import begin_draft
from tests.factories.regiment import STEPS
from tributes.regiment.kind import regiment_kind

KIND = regiment_kind()
ODD = "<script>alert(1)</script>\x1b[31m\u202e \U0001f600"


def form_of(step: str, **changes):
    data = QueryDict(mutable=True)
    for name, values in {**STEPS[step], **changes}.items():
        data.setlist(name, values)
    return KIND.step(step).form(data)


@pytest.mark.parametrize("step", STEPS)
def test_every_page_takes_what_a_family_writes(step):
    form = form_of(step)

    assert form.is_valid(), form.errors


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ({"how": "exactly", "day": "9", "month": "5", "year": "1915"}, "1915-05-09"),
        ({"how": "exactly", "month": "5", "year": "1915"}, "1915-05"),
        ({"how": "exactly", "year": "1915"}, "1915"),
        ({"how": "about", "year": "1915"}, "1915~"),
        ({"how": "between", "year": "1915", "until": "1917"}, "[1915..1917]"),
        ({"how": "between", "year": "1915", "until": "1915"}, "1915"),
        ({"how": "unknown", "year": "1915"}, ""),
        ({"how": "exactly"}, ""),
        ({}, ""),
    ],
)
def test_dates_are_written_in_plain_fields(typed, edtf):
    form = form_of("life", **_date("birth", typed))

    assert form.is_valid(), form.errors
    assert form.cleaned_data["birth"] == edtf


@pytest.mark.parametrize(
    "typed",
    [
        {"how": "exactly", "day": "30", "month": "2", "year": "1915"},
        {"how": "exactly", "day": "9", "year": "1915"},
        {"how": "exactly", "day": "x", "month": "5", "year": "1915"},
        {"how": "exactly", "month": "5"},
        {"how": "exactly", "year": "15"},
        {"how": "exactly", "year": "١٩١٥"},
        {"how": "exactly", "year": "9999"},
        {"how": "between", "year": "1917", "until": "1915"},
        {"how": "between", "year": "1917"},
        {"how": "sometime", "year": "1915"},
    ],
)
def test_impossible_dates_are_told_beside_the_field(typed):
    form = form_of("life", **_date("birth", typed))

    assert not form.is_valid()
    assert list(form.errors) == ["birth"]


def test_day_that_is_not_in_the_calendar_is_told_in_the_readers_words():
    form = form_of("life", **_date("birth", {"day": "31", "month": "2", "year": "1916"}))

    with override("en"):
        assert form.errors["birth"] == ["There is no such day: February 1916 has 29 days."]
    with override("nl"):
        assert "februari 1916" in form.errors["birth"][0]
        assert "1916-02" not in str(form.errors)


def test_nobody_living_can_be_sent():
    young, old = _date("birth", {"how": "about", "year": "1930"}), _date("birth", {"year": "1900"})
    no_death = _date("death", {"how": "unknown"})

    assert list(form_of("life", living=["yes"]).errors) == ["living"]
    assert list(form_of("life", living=["unknown"], **young, **no_death).errors) == ["living"]
    assert form_of("life", living=["unknown"], **old, **no_death).is_valid()
    assert form_of("life", living=["no"], **young, **no_death).is_valid()


def test_death_before_birth_is_refused():
    form = form_of("life", **_date("death", {"year": "1900"}))

    assert list(form.errors) == ["death"]


def test_signs_that_steer_a_screen_are_left_out_and_html_stays_words():
    place = form_of("life", birthplace=[ODD])
    told = form_of("story", story=["One\r\n\r\n\r\n\r\nTwo <b>\x07"])

    assert place.is_valid()
    assert place.cleaned_data["birthplace"] == "<script>alert(1)</script>[31m \U0001f600"
    assert told.is_valid()
    assert told.cleaned_data["story"] == "One\n\nTwo <b>"


NAMES = [
    *(("who", name) for name in ("surname", "given_name", "patronymic")),
    *(("who", name) for name in ("other_surname", "other_given_name")),
    ("sender", "sender_name"),
]


@pytest.mark.parametrize(("step", "name"), NAMES)
def test_emoji_in_a_name_is_refused_in_the_readers_language(step, name):
    form = form_of(step, **{name: ["Иван \U0001f396"]})

    assert list(form.errors) == [name]
    assert "\U0001f396" in form.errors[name][0]


@pytest.mark.parametrize(
    ("step", "name", "longest"),
    [
        ("who", "surname", 100),
        ("who", "other_given_name", 100),
        ("life", "birthplace", 300),
        ("service", "unit", 300),
        ("story", "story", 10_000),
        ("story", "belgium", 2000),
        ("sender", "sender_town", 100),
    ],
)
def test_every_field_has_its_bound(step, name, longest):
    assert form_of(step, **{name: ["я" * longest]}).is_valid()
    assert list(form_of(step, **{name: ["я" * (longest + 1)]}).errors) == [name]


def test_decorations_are_a_list_without_repetition():
    form = form_of("service", decorations=["Медаль\n\n Орден \nМедаль"])

    assert form.is_valid()
    assert form.cleaned_data["decorations"] == ["Медаль", "Орден"]
    many = "\n".join(map(str, range(41)))
    assert list(form_of("service", decorations=[many]).errors) == ["decorations"]
    assert list(form_of("service", decorations=["x" * 201]).errors) == ["decorations"]


def test_a_date_shows_again_what_was_typed_with_a_label_for_each_part():
    with override("en"):
        html = str(form_of("life", **_date("birth", {"how": "between", "year": "19x"}))["birth"])

    assert 'value="19x"' in html
    assert '<option value="between" selected>' in html
    for part in ("how", "day", "month", "year", "until"):
        assert f'for="id_birth_{part}"' in html
        assert f'id="id_birth_{part}"' in html


def _date(name: str, typed: dict) -> dict:
    parts = ("how", "day", "month", "year", "until")
    return {f"{name}_{part}": [typed.get(part, "")] for part in parts}


def test_first_page_has_a_title_of_its_own(client, db):
    page = client.get("/en/send/regiment/").content.decode()

    assert page.partition("<title>")[2].strip().startswith("Send a portrait and a story")
    assert ">Send a portrait and a story</h1>" in page


def test_first_name_that_was_given_before_stands_on_the_last_page(client, db):
    submission = begin_draft(kind=KIND, language="en", email="anna@example.org")
    client.get(f"/my/{sign_pass(submission)}/")
    home = f"/en/my/{submission.handle}/"

    client.post(f"{home}step/sender/", {"sender_name": "Anna", "sender_town": "", "version": "0"})

    assert 'value="Anna"' in client.get(f"{home}send/").content.decode()
