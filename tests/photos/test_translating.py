"""Texts translated side by side: the batch, what is written, and what is never lost."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import ModelLogEntry, Revision

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.enums import Section
from photos.enums import ActivityKind
from photos.models import Photo, PhotoActivity
from photos.selectors.caption_batches import NO_WORDS, Progress, fingerprint, progress_of
from photos.selectors.search import search_photos
from photos.services.captions import Outcome, translate_text
from photos.services.records import update_photo, withdraw_photo
from tests.factories.pages import build_site
from tests.factories.photos import CollectionFactory, PhotoFactory
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

SCREEN = "/admin/photo-translating/"
DUTCH = SCREEN + "?language=nl"
WORDS = {**NO_WORDS, "title": "Grafkruisen voor berken", "caption": "Gezien vanaf de weg."}


@pytest.fixture(autouse=True)
def site():
    return build_site()


@pytest.fixture
def collection():
    return CollectionFactory()


@pytest.fixture
def editor():
    return signed_in(staff_account("anna", EMBASSY_EDITORS))


def photo_of(collection, texts=None, **values):
    texts = texts or {"en": {"title": "Grave markers", "caption": "From the road."}}
    return PhotoFactory(collection=collection, texts=texts, **values)


def typed(*photos, seen=None, **words):
    """What the screen sends for these photographs, each with the same words."""
    values = {"photo": [photo.pk for photo in photos]}
    for photo in photos:
        for name, value in {**WORDS, **words, "seen": fingerprint(seen or NO_WORDS)}.items():
            if value is not False:
                values[f"photo-{photo.pk}-{name}"] = value
    return values


def dutch(photo):
    """The Dutch text of the newest version."""
    newest = Photo.objects.get(pk=photo.pk).get_latest_revision_as_object()
    text = next((each for each in newest.texts.all() if each.language == "nl"), None)
    return text and {name: getattr(text, name) for name in WORDS}


def accessions(response):
    return [row.photo.accession for row in response.context["rows"]]


# The batch


def test_batch_shows_what_lacks_words_beside_the_words_there_are(collection, editor):
    photo_of(collection, {"en": {"title": "One"}, "nl": {"title": "Een"}}, accession="A-1")
    lacks_caption = {"en": {"title": "Two", "caption": "Words"}, "nl": {"title": "Twee"}}
    photo_of(collection, lacks_caption, accession="A-2")
    photo_of(collection, {"ru": {"title": "Три"}, "fr": {"title": "Trois"}}, accession="A-3")

    missing = editor.get(DUTCH)
    everything = editor.get(f"{DUTCH}&show=all")
    russian = editor.get(f"{DUTCH}&source=ru")

    assert accessions(missing) == ["A-2", "A-3"]
    assert accessions(everything) == ["A-1", "A-2", "A-3"]
    assert missing.context["progress"] == Progress(done=1, total=3)
    assert "Dutch: 1 of 3 done" in missing.content.decode()
    sources = [
        [
            (source.language, source.words)
            for source in response.context["rows"][-1].lines[0].sources
        ]
        for response in (missing, russian)
    ]
    assert sources == [[("fr", "Trois"), ("ru", "Три")], [("ru", "Три")]]


def test_words_of_a_version_that_waits_count_as_done(collection):
    photo = photo_of(collection, published=True)
    photos = Photo.objects.all()

    update_photo(photo, texts={"nl": {**WORDS, "caption": ""}})
    assert progress_of(photos, "nl") == Progress(done=0, total=1)
    update_photo(photo, texts={"nl": WORDS})
    assert progress_of(photos, "nl") == Progress(done=1, total=1)
    assert progress_of(photos, "fr") == Progress(done=0, total=1)


def test_batch_is_asked_for_in_the_words_of_the_list_of_photographs(collection, editor):
    first = photo_of(collection, accession="A-1")
    photo_of(CollectionFactory(), accession="A-2")
    third = photo_of(collection, accession="A-3", published=True)
    withdraw_photo(photo_of(collection, accession="A-4", published=True))

    assert accessions(editor.get(f"{DUTCH}&collection={collection.pk}")) == ["A-1", "A-3"]
    assert accessions(editor.get(f"{DUTCH}&state=live")) == ["A-3"]
    assert accessions(editor.get(f"{DUTCH}&q=a-2")) == ["A-2"]
    assert accessions(editor.get(f"{DUTCH}&id={first.pk}&id={third.pk}&id=x")) == ["A-1", "A-3"]


def test_chosen_photographs_come_from_the_list(collection, editor):
    photo = photo_of(collection)
    action = reverse("wagtail_bulk_action", args=["photos", "photo", "translate"])

    assert editor.get(f"{action}?id={photo.pk}")["Location"] == f"{SCREEN}?id={photo.pk}"
    assert editor.get(f"{action}?id=all")["Location"] == f"{SCREEN}?"
    listed = editor.get(reverse("wagtailsnippets_photos_photo:list") + "?state=draft")
    assert f'href="{SCREEN}?state=draft"' in listed.content.decode()


def test_screen_costs_the_same_however_many_photographs(
    collection, editor, django_assert_max_num_queries
):
    photo_of(collection, accession="A-1")
    update_photo(photo_of(collection, accession="A-2", published=True), texts={}, event="Parade")
    with django_assert_max_num_queries(20) as few:
        editor.get(DUTCH)
    for _ in range(3):
        photo_of(collection)
        update_photo(photo_of(collection, published=True), texts={}, event="Parade")

    with django_assert_max_num_queries(len(few)):
        assert len(accessions(editor.get(DUTCH))) == 8


def test_editors_work_on_the_photographs_of_their_own_institution(collection, editor):
    photo_of(collection, accession="A-1")
    theirs = photo_of(CollectionFactory(section=Section.CENTRE), accession="C-1")

    assert accessions(editor.get(DUTCH)) == ["A-1"]
    editor.post(DUTCH, typed(theirs))
    assert dutch(theirs) is None
    centre = signed_in(staff_account("pieter", CENTRE_EDITORS))
    assert accessions(centre.get(DUTCH)) == ["C-1"]
    centre.post(DUTCH, typed(theirs))
    assert dutch(theirs) == WORDS
    nobody = signed_in(staff_account("nobody"))
    assert nobody.get(DUTCH).status_code == 302


# What is written


def test_only_changed_texts_are_written_and_the_reader_is_sent_on(collection, editor):
    first, second = photo_of(collection), photo_of(collection)
    update_photo(second, texts={"nl": {**WORDS, "caption": "Gezien\r\nvanaf de weg. "}})
    before = Revision.objects.count()
    seen = {**WORDS, "caption": "Gezien\nvanaf de weg."}
    values = typed(first) | typed(second, seen=seen, caption="Gezien\nvanaf de weg.")
    values["photo"] = [first.pk, second.pk]

    response = editor.post(DUTCH, values)

    assert (response.status_code, response["Location"]) == (302, DUTCH)
    assert dutch(first) == WORDS
    assert Revision.objects.count() == before + 1
    logged = ModelLogEntry.objects.filter(object_id=first.pk, user__username="anna")
    assert [entry.action for entry in logged] == ["wagtail.edit"]
    assert "1 text is saved." in editor.get(DUTCH).content.decode()


def test_published_text_is_found_and_noted_for_harvesters(collection, editor):
    photo = photo_of(collection, published=True)

    editor.post(DUTCH, {**typed(photo), "publish": "yes"})

    assert Photo.objects.get().texts.get(language="nl").title == WORDS["title"]
    assert [card.pk for card in search_photos("grafkruisen", "nl")] == [photo.pk]
    newest = PhotoActivity.objects.filter(slug=photo.slug).last()
    assert newest.kind == ActivityKind.UPDATE


def test_saving_alone_makes_nothing_public(collection, editor):
    photo = photo_of(collection, published=True)

    editor.post(DUTCH, typed(photo))

    assert dutch(photo) == WORDS
    assert not photo.texts.filter(language="nl").exists()


def test_other_changes_that_wait_are_not_published_along(collection, editor):
    photo = photo_of(collection, published=True)
    update_photo(photo, event="Not checked yet")

    editor.post(DUTCH, {**typed(photo), "publish": "yes"})

    assert dutch(photo) == WORDS
    assert Photo.objects.get().event == ""
    assert "1 text is not public yet" in editor.get(DUTCH).content.decode()


# What is never lost


def test_fault_in_one_text_keeps_it_and_saves_the_others(collection, editor):
    good, bad = photo_of(collection), photo_of(collection)
    values = typed(good) | typed(bad, title="", caption="Half a translation")
    values["photo"] = [good.pk, bad.pk]

    response = editor.post(DUTCH, values)
    page = response.content.decode()

    assert response.status_code == 422
    assert dutch(good) == WORDS
    assert dutch(bad) is None
    assert "Half a translation" in page
    assert "Give a title." in page
    assert "1 text is saved." in page
    again = typed(good, seen=WORDS) | typed(bad)
    assert editor.post(DUTCH, {**again, "photo": values["photo"]}).status_code == 302


def test_words_of_somebody_else_stand_beside_ones_own_until_one_decides(collection, editor):
    photo = photo_of(collection)
    theirs = {**NO_WORDS, "title": "Kruisen", "translator": "Pieter"}
    translate_text(photo.pk, language="nl", words=theirs, seen=fingerprint(NO_WORDS))

    response = editor.post(DUTCH, typed(photo))
    page = response.content.decode()

    assert response.status_code == 422
    assert dutch(photo) == theirs
    assert "Somebody else has changed this text meanwhile." in page
    assert "<p>Kruisen</p>" in page
    assert f'value="{WORDS["title"]}"' in page
    assert fingerprint(theirs) in page
    editor.post(DUTCH, typed(photo, seen=theirs))
    assert dutch(photo) == WORDS


def test_same_words_of_somebody_else_are_no_conflict(collection):
    photo = photo_of(collection)

    outcomes = [
        translate_text(photo.pk, language="nl", words=WORDS, seen=fingerprint(NO_WORDS))
        for _ in range(2)
    ]

    assert outcomes == [Outcome.SAVED, Outcome.UNCHANGED]


def test_locked_photograph_is_left_alone_and_the_words_are_kept(collection, editor):
    photo = photo_of(collection)
    Photo.objects.filter(pk=photo.pk).update(locked=True, locked_by=staff_account("maria"))

    response = editor.post(DUTCH, typed(photo))

    assert response.status_code == 422
    assert dutch(photo) is None
    assert "This photograph is locked: somebody is approving it" in response.content.decode()
    assert WORDS["caption"] in response.content.decode()


def test_photograph_withdrawn_meanwhile_keeps_the_words_on_the_screen(collection, editor):
    photo = photo_of(collection, published=True)
    form = typed(photo)
    withdraw_photo(photo)

    response = editor.post(DUTCH, form)

    assert response.status_code == 422
    assert "This photograph has been withdrawn" in response.content.decode()
    assert WORDS["caption"] in response.content.decode()
    assert dutch(photo) is None


def test_photograph_that_is_gone_is_told_and_the_others_are_saved(collection, editor):
    gone, kept = photo_of(collection), photo_of(collection)
    form = typed(gone, kept)
    gone.delete()

    page = editor.post(DUTCH, form, follow=True).content.decode()

    assert "1 photograph is gone or no longer yours to describe" in page
    assert dutch(kept) == WORDS
    with pytest.raises(ValidationError, match="no longer in the archive"):
        translate_text(0, language="nl", words=WORDS, seen=fingerprint(NO_WORDS))


def test_text_cannot_be_emptied_by_mistake(collection, editor):
    photo = photo_of(collection)
    update_photo(photo, texts={"nl": WORDS})

    response = editor.post(DUTCH, typed(photo, seen=WORDS, title="", caption=""))

    assert response.status_code == 422
    assert dutch(photo) == WORDS
