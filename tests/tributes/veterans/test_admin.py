"""The screens on which staff look after veterans."""

import re

import pytest

from commemoration.core.consent.models import ConsentEvidence, ConsentRecord
from commemoration.names.models.people import NamedPerson
from tests.factories.photos import ArchiveImageFactory, PhotoFactory
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import agreed, award, medal, presentation, veteran
from tributes.veterans.models import Medal, MedalPresentation, ReportPhoto, Veteran

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
    ReportPhoto.objects.create(
        presentation=MedalPresentation.objects.get(), image=ArchiveImageFactory()
    )

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


def rows(name: str, *given: dict, initial: int = 0) -> dict:
    """The form data of child rows; `initial` of them are stored already."""
    data = {
        f"{name}-TOTAL_FORMS": len(given),
        f"{name}-INITIAL_FORMS": initial,
        f"{name}-MIN_NUM_FORMS": 0,
        f"{name}-MAX_NUM_FORMS": 1000,
    }
    for number, values in enumerate(given):
        data |= {f"{name}-{number}-{field}": value for field, value in values.items()}
        data[f"{name}-{number}-ORDER"] = number + 1
    return data


def report(at: MedalPresentation, *photos: dict) -> dict:
    """What the screen of a presentation sends with these photographs."""
    text = at.texts.get(language="en")
    data = {"slug": at.slug, "date": "5 March 2020", "place": at.place}
    data |= rows("texts", {"id": text.pk, "language": "en", "title": "In the hall"}, initial=1)
    data |= rows("photos", *({"image": each["image"].pk} for each in photos))
    for number, each in enumerate(photos):
        data |= rows(f"photos-{number}-texts", *each.get("texts", ()))
        data[f"photos-{number}-shows"] = [veteran.pk for veteran in each.get("shows", ())]
    return data


def test_report_takes_many_photographs_at_once_with_captions_in_each_language():
    at, someone = presentation("hall"), veteran()
    images = [ArchiveImageFactory() for _ in range(3)]
    texts = ({"language": "en", "caption": "A"}, {"language": "ru", "caption": "А"})
    photos = [{"image": image, "texts": texts, "shows": [someone]} for image in images]
    staff = signed_in(superuser())
    address = f"{ADMIN}/medalpresentation/edit/{at.pk}/"

    response = staff.post(address, report(at, *photos))

    assert response.status_code == 302
    found = ReportPhoto.objects.all()
    assert [photo.image for photo in found] == images
    assert {photo.shows.get() for photo in found} == {someone}
    assert [text.caption for text in found[2].texts.all()] == ["A", "А"]
    page = staff.get(address).content.decode()
    assert "image-chooser-modal" in page or "chooser" in page
    assert "multiple" in page


def test_picture_of_an_archive_photograph_is_refused():
    photo, at = PhotoFactory(), presentation("hall")

    response = signed_in(superuser()).post(
        f"{ADMIN}/medalpresentation/edit/{at.pk}/", report(at, {"image": photo.image})
    )

    assert "A photograph of the archive shows this picture" in response.content.decode()
    assert not ReportPhoto.objects.exists()


def test_drawn_ribbon_says_where_its_stripes_come_from():
    staff = signed_in(superuser())
    data = {"slug": "striped"} | rows("texts", {"language": "en", "name": "Striped"})
    drawn = data | rows("stripes", {"colour": "#C8102E", "width": "2.5"})

    without_source = staff.post(f"{ADMIN}/medal/add/", drawn)
    misspelt = staff.post(
        f"{ADMIN}/medal/add/", data | rows("stripes", {"colour": "red", "width": "0"})
    )
    made = staff.post(f"{ADMIN}/medal/add/", drawn | {"ribbon_source": "An invented decree"})

    assert "Say where the stripes of the ribbon come from." in without_source.content.decode()
    assert "Write a colour as #RRGGBB" in misspelt.content.decode()
    assert made.status_code == 302
    assert [(each.colour, str(each.width)) for each in Medal.objects.get().stripes.all()] == [
        ("#C8102E", "2.5")
    ]


def test_list_says_in_words_who_is_living_who_agreed_and_what_is_public():
    veteran(), veteran(consent=False, published=False)
    veteran(consent=False, life_status="died", death_source="An obituary")

    page = signed_in(superuser()).get(f"{ADMIN}/veteran/").content.decode()

    for words in ("living", "died", "recorded", "none recorded", "not needed any more"):
        assert re.search(rf">\s*{words}\s*<", page), words
    for state in ("public", "in preparation"):
        assert re.search(rf">\s*{state}\s*<", page), state
    assert not re.search(r">\s*(True|False)\s*<", page)
