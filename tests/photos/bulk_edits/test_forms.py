import pytest

from commemoration.core.enums import Section
from photos.bulk_edits.forms import ChangesForm
from tests.factories.photos import CollectionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("data", "changes"),
    [
        ({"rights": "InC"}, {"set": {"rights": "InC"}}),
        ({"content_warning": "none"}, {"set": {"content_warning": ""}}),
        ({"content_warning": "death"}, {"set": {"content_warning": "death"}}),
        (
            {"subjects_mode": "add", "subjects": "War\r\n\r\nBrussels"},
            {"subjects": {"mode": "add", "values": ["War", "Brussels"]}},
        ),
        (
            {"place_mode": "write", "place_then": " Eupen ", "latitude": "50.63", "longitude": "6"},
            {
                "set": {
                    "place_then": "Eupen",
                    "place_now": "",
                    "latitude": "50.630000",
                    "longitude": "6.000000",
                }
            },
        ),
        (
            {"place_mode": "empty"},
            {"set": {"place_then": "", "place_now": "", "latitude": "", "longitude": ""}},
        ),
    ],
)
def test_form_says_what_is_asked(editor, data, changes):
    form = ChangesForm(data, user=editor)

    assert form.is_valid(), form.errors
    assert form.changes() == changes


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "__all__"),
        ({"subjects": "War"}, "subjects_mode"),
        ({"subjects_mode": "remove"}, "subjects"),
        ({"place_then": "Eupen"}, "place_mode"),
        ({"place_mode": "write"}, "place_then"),
        ({"place_mode": "empty", "place_then": "Eupen"}, "place_mode"),
        ({"place_mode": "write", "place_then": "Eupen", "latitude": "50"}, "latitude"),
        ({"rights": ""}, "__all__"),
        ({"rights": "mine"}, "rights"),
    ],
)
def test_form_refuses_what_is_not_said_clearly(editor, data, field):
    assert list(ChangesForm(data, user=editor).errors) == [field]


def test_form_offers_collections_of_the_own_section_only(editor):
    own, foreign = CollectionFactory(), CollectionFactory(section=Section.CENTRE)

    assert ChangesForm({"collection": own.pk}, user=editor).is_valid()
    assert list(ChangesForm({"collection": foreign.pk}, user=editor).errors) == ["collection"]
