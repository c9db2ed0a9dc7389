from pathlib import Path

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.accounts.services.groups import set_up_groups
from commemoration.core.enums import Section
from commemoration.home.services.staff import set_up_staff
from photos.models import Photo
from photos.selectors.used_in import uses_of
from photos.services.records import update_photo
from tests.factories.pages import build_site, standard_page
from tests.factories.photos import (
    ArchiveImageFactory,
    CollectionFactory,
    PhotoFactory,
    archive_page,
    collection_page,
)
from tests.factories.staff import signed_in, staff_account, superuser
from tests.factories.worker import work_off_tasks

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings):
    Path(settings.MEDIA_ROOT).mkdir(parents=True)
    return build_site()


def places(record):
    work_off_tasks()  # Wagtail keeps its index of references in the background
    return {(str(use.owner), use.how, use.forbids) for use in uses_of(record)}


def hows(record):
    return {how for _owner, how, _forbids in places(record)}


def screen(name, photo):
    return reverse(f"{Photo.snippet_viewset.url_namespace}:{name}", args=[photo.pk])


def test_photograph_chosen_for_the_home_page_and_for_a_collection(site):
    other = CollectionFactory(slug="other")
    photo = PhotoFactory(collection=CollectionFactory(lead_photo=None))
    home = site.homes["en"]
    home.lead_photo = photo
    home.save()
    other.lead_photo = photo
    other.save()

    assert places(photo) == {
        (home.title, "Leading photograph", False),
        (str(other), "Leading photograph", False),
    }


def test_photograph_chosen_in_a_draft_of_a_page(site):
    photo, others = PhotoFactory(), PhotoFactory()
    home = site.homes["en"]
    home.lead_photo = photo
    home.save_revision()
    draft = (home.title, "Chosen in a draft that is not published yet", False)

    assert places(photo) == {draft}
    assert places(others) == set()
    home.save()
    assert places(photo) == {(home.title, "Leading photograph", False)}


def test_photograph_that_nobody_chose_stands_for_its_collection(site):
    photo = PhotoFactory(published=True)
    second = PhotoFactory(published=True, collection=photo.collection)

    assert any(how.startswith("Stands for the collection") for how in hows(photo))
    assert hows(second) == set()


def test_published_photograph_is_listed_on_its_collection_page(site):
    photo = PhotoFactory(published=True)
    entrance = archive_page(site.sections[Section.EMBASSY]["en"])
    collection_page(entrance, photo.collection, title="Plates of May")

    assert ("Plates of May", "Listed there with its collection", False) in places(photo)


def test_picture_is_used_as_front_as_back_and_by_versions(site):
    picture, replaced = ArchiveImageFactory(), ArchiveImageFactory()
    front, back = PhotoFactory(image=picture), PhotoFactory(verso=picture)
    former = PhotoFactory(image=replaced)
    update_photo(former, image=ArchiveImageFactory())
    Photo.objects.filter(pk=former.pk).update(image=former.verso or ArchiveImageFactory())

    assert places(picture) == {
        (front.accession, "Picture", True),
        (back.accession, "Back of the print", True),
    }
    assert places(replaced) == {
        (former.accession, "Shown by a version that is kept in its history, or by a draft", True)
    }
    assert (back.accession, "Shows the same picture", False) in places(front)


def test_blocks_of_a_page_are_followed(site):
    """What photographs will be chosen in is a block: pages chosen in one show that it works."""
    home, linked = site.homes["en"], standard_page(site.homes["en"])
    home.whats_on = [("card", {"page": linked, "title": "Imprint"})]
    home.save()
    work_off_tasks()

    [reference] = ReferenceIndex.get_references_to(linked).filter(content_path__contains="whats_on")
    assert reference.object_id == str(home.pk)


def test_screen_links_what_the_editor_may_follow_and_hides_the_rest(site):
    set_up_staff()
    photo = PhotoFactory(collection=CollectionFactory(section=Section.EMBASSY))
    foreign = CollectionFactory(section=Section.CENTRE, slug="of-the-centre", lead_photo=photo)
    own = CollectionFactory(section=Section.EMBASSY, slug="of-the-embassy", lead_photo=photo)
    work_off_tasks()
    client = signed_in(staff_account("anna", EMBASSY_EDITORS))

    page = client.get(screen("usage", photo)).content.decode()

    assert f"/edit/{own.pk}/" in page
    assert "of-the-embassy" in page
    assert "Not yours to edit" in page
    assert foreign.slug not in page


def test_screen_of_a_picture_is_ours(site):
    set_up_staff()
    photo = PhotoFactory(collection=CollectionFactory(section=Section.EMBASSY))
    work_off_tasks()
    client = signed_in(superuser())

    page = client.get(reverse("wagtailimages:image_usage", args=[photo.image_id])).content.decode()

    assert "If it is deleted" in page
    assert screen("edit", photo) in page


def test_deletion_says_what_would_break(site):
    set_up_groups()
    photo = PhotoFactory(collection=CollectionFactory(section=Section.EMBASSY))
    CollectionFactory(section=Section.EMBASSY, slug="series-1", lead_photo=photo)
    work_off_tasks()
    client = signed_in(staff_account("anna", EMBASSY_EDITORS))

    page = client.get(screen("delete", photo)).content.decode()

    assert "This photograph is used in 1 place:" in page
    assert "series-1" in page


def test_list_and_edit_screen_lead_there(site):
    set_up_groups()
    photo = PhotoFactory(collection=CollectionFactory(section=Section.EMBASSY))
    client = signed_in(staff_account("anna", EMBASSY_EDITORS))

    for address in [
        reverse(f"{Photo.snippet_viewset.url_namespace}:list"),
        screen("edit", photo),
    ]:
        page = client.get(address).content.decode()
        assert "Used in" in page
        assert screen("usage", photo) in page


def test_other_section_does_not_see_the_uses(site):
    set_up_groups()
    photo = PhotoFactory(collection=CollectionFactory(section=Section.EMBASSY))

    response = signed_in(staff_account("boris", CENTRE_EDITORS)).get(screen("usage", photo))

    assert response.status_code == 302


def test_queries_do_not_grow_with_the_uses(site, django_assert_max_num_queries):
    photo = PhotoFactory(published=True)
    for _each in range(3):
        CollectionFactory(lead_photo=photo)
    work_off_tasks()

    with django_assert_max_num_queries(10):
        assert len(uses_of(photo)) == 4
