from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from commemoration.core.enums import Section
from commemoration.core.imports.enums import BatchState
from photos.bulk_edits import services
from photos.bulk_edits.selectors import summary_of
from photos.enums import ActivityKind
from photos.models import Photo, PhotoActivity, PhotoWords
from photos.services.records import publish_photo, update_photo, withdraw_photo
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db

IN_COPYRIGHT = {"set": {"rights": "InC"}}


@pytest.fixture
def home():
    return CollectionFactory(section=Section.EMBASSY)


def photo_in(collection, **attributes):
    return PhotoFactory(collection=collection, **attributes)


def started(photos, changes, user):
    return services.start_bulk_edit(
        photo_ids=[photo.pk for photo in photos], changes=changes, user=user
    )


def made(photos, changes, user):
    return services.confirm_bulk_edit(started(photos, changes, user))


def newest(photo):
    return Photo.objects.get(pk=photo.pk).get_latest_revision_as_object()


def test_start_says_what_would_change_and_changes_nothing(editor, home):
    free = [photo_in(home, published=True), photo_in(home)]
    already = photo_in(home, rights="InC")

    summary = summary_of(started([*free, already], IN_COPYRIGHT, editor))

    [line] = summary.lines
    assert (line.label, line.before, line.after, line.number) == (
        "Rights",
        "No known copyright",
        "In copyright",
        2,
    )
    assert (summary.changed, summary.unchanged, summary.total) == (2, 1, 3)
    assert (summary.public, summary.drafts, summary.remade) == (1, 1, 1)
    assert [newest(photo).rights for photo in free] == ["NKC", "NKC"]


def test_confirmed_change_is_published_logged_and_told_to_harvesters(editor, home):
    photo = photo_in(home, published=True, subjects=["War"])
    versions = photo.revisions.count()

    made([photo], {**IN_COPYRIGHT, "subjects": {"mode": "add", "values": ["Brussels"]}}, editor)

    photo = Photo.objects.get()
    assert (photo.live, photo.rights, photo.subjects) == (True, "InC", ["War", "Brussels"])
    assert photo.image.public_limit is not None
    assert photo.revisions.count() == versions + 1
    assert PhotoActivity.objects.latest("pk").kind == ActivityKind.UPDATE
    assert "Brussels" in PhotoWords.objects.get().facets
    entry = ModelLogEntry.objects.get(action="photos.bulk_edit")
    assert entry.user == editor
    assert entry.data["changes"]["rights"] == {"before": "NKC", "after": "InC"}
    assert "Rights: No known copyright → In copyright." in entry.comment


def test_draft_of_a_public_photograph_takes_the_change_and_stays_a_draft(editor, home):
    photo = photo_in(home, published=True)
    update_photo(photo, event="Half written")

    summary = summary_of(made([photo], IN_COPYRIGHT, editor))

    assert (summary.waiting, summary.public) == (1, 0)
    assert Photo.objects.get().rights == "NKC"
    assert (newest(photo).rights, newest(photo).event) == ("InC", "Half written")


def test_unpublished_photograph_is_not_published(editor, home):
    photo = photo_in(home)

    made([photo], IN_COPYRIGHT, editor)

    assert (newest(photo).rights, Photo.objects.get().live) == ("InC", False)


def test_those_that_cannot_be_changed_are_left_out_with_the_reason(editor, home):
    ours = photo_in(home)
    theirs = PhotoFactory(collection=CollectionFactory(section=Section.CENTRE))
    locked, withdrawn, planned = (photo_in(home) for _each in range(3))
    Photo.objects.filter(pk=locked.pk).update(locked=True)
    withdraw_photo(publish_photo(withdrawn))
    tomorrow = timezone.now() + timedelta(days=1)
    planned.go_live_at = tomorrow
    planned.save_revision().publish()

    batch = made([ours, theirs, locked, withdrawn, planned], IN_COPYRIGHT, editor)

    reasons = {reason.text: reason.examples for reason in summary_of(batch).left_out}
    assert {
        text.split(".")[0]: [name for name, _key in names] for text, names in reasons.items()
    } == {
        "You may not change them": [],
        "They are locked": [locked.accession],
        "They are withdrawn": [withdrawn.accession],
        "They have a date of publication": [planned.accession],
    }
    rights = [newest(photo).rights for photo in (ours, theirs, locked, withdrawn, planned)]
    assert rights == ["InC", "NKC", "NKC", "NKC", "NKC"]


def test_collection_of_the_other_section_is_refused(editor, home):
    photo = photo_in(home)
    foreign = CollectionFactory(section=Section.CENTRE)

    batch = started([photo], {"set": {"collection": foreign.pk}}, editor)

    assert [reason.text for reason in summary_of(batch).left_out] == [
        "You may not add photographs to the chosen collection."
    ]


@pytest.mark.parametrize(
    ("mode", "after"),
    [
        ("add", ["War", "Graves", "Brussels"]),
        ("remove", ["Graves"]),
        ("replace", ["war", "Brussels"]),
    ],
)
def test_subjects_are_added_taken_away_or_replaced(editor, home, mode, after):
    photo = photo_in(home, subjects=["War", "Graves"])

    made([photo], {"subjects": {"mode": mode, "values": ["war", "Brussels"]}}, editor)

    assert newest(photo).subjects == after


def test_former_values_are_put_back_but_for_what_was_changed_since(editor, colleague, home):
    public, other = (photo_in(home, published=True, place_then="Bruxelles") for _each in range(2))
    place = {"place_then": "Liège", "place_now": "", "latitude": "", "longitude": ""}
    batch = made([public, other], {"set": {"rights": "InC", **place}}, editor)
    update_photo(Photo.objects.get(pk=other.pk), place_then="Liège, citadel")
    publish_photo(other)

    batch = services.put_back(batch, user=colleague)

    public, other = Photo.objects.get(pk=public.pk), Photo.objects.get(pk=other.pk)
    assert (public.rights, public.place_then, public.live) == ("NKC", "Bruxelles", True)
    assert public.image.public_limit is None
    assert (other.rights, other.place_then) == ("NKC", "Liège, citadel")
    assert batch.state == BatchState.UNDONE
    [note] = summary_of(batch).notes
    assert [name for name, _key in note.examples] == [other.accession]
    entries = ModelLogEntry.objects.filter(action="photos.bulk_edit_undone")
    assert {entry.user for entry in entries} == {colleague}


def test_long_bulk_edit_goes_on_in_the_background(editor, home, monkeypatch):
    photos = [photo_in(home) for _each in range(3)]
    monkeypatch.setattr(services, "SECONDS", -1)

    batch = started(photos, IN_COPYRIGHT, editor)
    assert batch.state == BatchState.CHECKING
    work_off_tasks()
    batch.refresh_from_db()
    batch = services.confirm_bulk_edit(batch)
    assert batch.state == BatchState.RUNNING
    work_off_tasks()

    batch.refresh_from_db()
    assert batch.state == BatchState.FINISHED
    assert {newest(photo).rights for photo in photos} == {"InC"}


def test_right_lost_between_the_check_and_the_change_counts(editor, home):
    photo = photo_in(home)
    batch = started([photo], IN_COPYRIGHT, editor)
    editor.groups.clear()

    services.confirm_bulk_edit(batch)

    assert newest(photo).rights == "NKC"
