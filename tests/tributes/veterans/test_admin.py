"""The screens on which staff look after veterans."""

import pytest

from commemoration.core.consent.models import ConsentEvidence, ConsentRecord
from commemoration.names.models.people import NamedPerson
from tests.factories.photos import ArchiveImageFactory, PhotoFactory
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import agreed, award, medal, presentation, veteran
from tributes.veterans.models import MedalPresentation, ReportPhoto, Veteran

pytestmark = pytest.mark.django_db
ADMIN = "/admin/snippets/veterans"
BULK_DELETE = "bulk/veterans/veteran/delete/?id={pk}"
EMPTY = {
    f"{name}-{count}": "0"
    for name in ("awards", "texts", "portraits")
    for count in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
}


def test_every_screen_opens():
    someone = veteran()
    award(someone, presentation("hall"))
    staff = signed_in(superuser())
    numbers = {"veteran": someone.pk, "medal": medal().pk}
    numbers["medalpresentation"] = MedalPresentation.objects.get().pk
    photo = ReportPhoto.objects.create(
        presentation=MedalPresentation.objects.get(), image=ArchiveImageFactory()
    )
    numbers["reportphoto"] = photo.pk

    opened = {
        path: staff.get(path).status_code
        for model, number in numbers.items()
        for path in (
            f"{ADMIN}/{model}/",
            f"{ADMIN}/{model}/add/",
            f"{ADMIN}/{model}/edit/{number}/",
        )
    }
    page = staff.get(f"{ADMIN}/veteran/edit/{someone.pk}/").content.decode()

    assert set(opened.values()) == {200}
    assert f"/admin/consents/veteran/{someone.key}/" in page
    assert staff.get("/admin/snippets/core/consenttext/").status_code == 200


def test_form_makes_a_veteran_and_refuses_a_death_without_source():
    staff = signed_in(superuser())
    data = EMPTY | {
        "slug": "liege-one",
        "name_role": "identified",
        "name_surname": "Образцов",
        "name_given": "Иван",
        "birth_year": "1925",
        "town": "Liège",
        "life_status": "died",
        "death": "2021",
    }

    refused = staff.post(f"{ADMIN}/veteran/add/", data)
    made = staff.post(f"{ADMIN}/veteran/add/", data | {"death_source": "An obituary"})

    assert "A death needs its source." in refused.content.decode()
    assert made.status_code == 302
    someone = Veteran.objects.get()
    assert [str(form) for form in someone.named_person.forms.all()] == ["Образцов Иван"]


def test_public_veteran_does_not_come_alive_without_consent():
    someone = veteran(consent=False, life_status="died", death_source="An obituary")
    staff = signed_in(superuser())
    data = EMPTY | {"slug": someone.slug, "birth_year": "1925", "life_status": "living"}

    response = staff.post(f"{ADMIN}/veteran/edit/{someone.pk}/", data)

    assert "no consent is recorded" in response.content.decode()
    assert Veteran.objects.get().life_status == "died"


@pytest.mark.parametrize("path", ["snippets/veterans/veteran/delete/{pk}/", BULK_DELETE])
def test_deleting_a_veteran_forgets_who_it_was_but_never_one_who_was_public(path):
    public, other = veteran(), veteran(published=False, consent=False)
    agreed(other, giver="A daughter")
    staff = signed_in(superuser())

    for someone in (public, other):
        response = staff.post(f"/admin/{path.format(pk=someone.pk)}")
        assert response.status_code == 302

    assert Veteran.objects.get() == public
    assert NamedPerson.objects.get() == public.named_person
    assert set(ConsentEvidence.objects.values_list("record__subject", flat=True)) == {public.key}
    assert ConsentRecord.objects.count() == 2


def test_picture_of_an_archive_photograph_is_refused():
    photo, at = PhotoFactory(), presentation("hall")
    data = {"presentation": at.pk, "place": "1", "image": photo.image_id}

    response = signed_in(superuser()).post(f"{ADMIN}/reportphoto/add/", data)

    assert "A photograph of the archive shows this picture" in response.content.decode()
    assert not ReportPhoto.objects.exists()
