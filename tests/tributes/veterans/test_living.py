"""Nothing about a living veteran is public without consent, by any address; what consent opens."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import URLPattern, URLResolver, get_resolver

from commemoration.core.consent.models import ConsentRecord
from commemoration.core.consent.services import withdraw_consent
from commemoration.core.enums import Section
from commemoration.names.models import NamedPerson
from photos.models import ArchiveImage, Photo
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory, PhotoFactory
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import (
    DIED,
    agreed,
    award,
    presentation,
    veteran,
    veterans_page,
)
from tributes.veterans.enums import CONSENT, LifeStatus, Scope
from tributes.veterans.models import Portrait, ReportPhoto, Veteran
from tributes.veterans.services.veterans import publish_veteran

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    section = build_site().sections[Section.EMBASSY]
    return {language: veterans_page(section[language]) for language in section}


def example(**values) -> Veteran:
    """With everything that could be shown: name, town, biography, award, portrait, picture."""
    someone = veteran(
        town="Wanzelle", biographies={"en": "Remembers the winter of 1942."}, **values
    )
    at = presentation("hall")
    award(someone, at)
    Portrait.objects.create(veteran=someone, image=ArchiveImageFactory())
    photo = ReportPhoto.objects.create(
        presentation=at, image=ArchiveImageFactory(), others_agree=True
    )
    photo.shows.add(someone)
    return someone


def every_address(someone: Veteran) -> list[str]:
    """Every public address that the resolver knows, filled in with what is known of the veteran,
    and every search."""
    images = ArchiveImage.objects.all()
    values = {
        "number": [someone.number or 1, 1],
        "slug": ["hall", someone.slug],
        "uuid": [image.uuid for image in images],
        "width": [48, 320],
        "form": ["jpg", "avif", "webp"],
        "kind": ["veterans", "presentations", "people", "sites"],
        "name": [
            f"pictures/{image.uuid}/{size['width']}.jpg"
            for image in images
            for size in image.derivatives
        ],
    }
    found = set()
    for pattern in _patterns(get_resolver()):
        if pattern.startswith(("admin/", "dev/", "documents/")):
            continue
        found.update(_filled(pattern, values))
    paths = ["", *(f"{language}/" for language in ("en", "fr", "nl", "ru"))]
    for language in ("en", "ru"):
        page = f"{language}/embassy/veterans/"
        paths += [page, f"{page}?presentation=hall&year=2020", f"{page}?letter=O"]
        for name in ("Obraztsov", "Образцов"):
            paths += [f"{page}?name={name}", f"{language}/names/?q={name}+1925"]
            paths += [f"{language}/search/?q={name}", f"api/names?q={name}&lang={language}"]
    return [f"/{path}" for path in sorted({*found, *paths})]


def _patterns(resolver: URLResolver, before: str = ""):
    for each in resolver.url_patterns:
        own = str(each.pattern)
        if isinstance(each, URLPattern):
            yield before + own
        else:
            yield from _patterns(each, before + own)


def _filled(pattern: str, values: dict) -> list[str]:
    """The addresses of a pattern; none if it asks for something that no veteran has."""
    found = [pattern]
    for whole, name in re.findall(r"(<(?:\w+:)?(\w+)>)", pattern):
        found = [
            each.replace(whole, str(value)) for each in found for value in values.get(name, [])
        ]
    return [each for each in found if not re.search(r"[\^$(\\?]", each)]


def told(client, someone: Veteran) -> set[str]:
    """The addresses whose answers tell anything of the veteran, or show a picture."""
    images = [str(image.uuid) for image in ArchiveImage.objects.all()]
    answers = set()
    for address in every_address(someone):
        response = client.get(address, follow=True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode("utf-8", "replace")
        marks = [*images, "Wanzelle", "Remembers the winter", f"/veteran/{someone.number}/"]
        if "Obraztsov" not in address and "Образцов" not in address:  # else the form repeats it
            marks += ["Obraztsov", "Образцов"]
        is_picture = response.get("Content-Type", "").startswith("image/")
        if any(mark in text for mark in marks) or (is_picture and response.status_code == 200):
            answers.add(address)
    return answers


def test_without_consent_no_address_tells_of_a_living_veteran_and_with_it_they_do(client, section):
    someone = example(consent=False, published=False)

    before = told(client, someone)
    agreed(someone)
    publish_veteran(someone)
    someone.refresh_from_db()
    shown = told(client, someone)
    withdraw_consent(purpose=CONSENT, subject=someone.key)
    after = told(client, someone)

    assert before == set()
    for expected in (
        f"/en/veteran/{someone.number}/",
        f"/veteran/{someone.number}/",
        "/ru/embassy/veterans/",
        "/en/medal-presentation/hall/",
        "/en/names/?q=Obraztsov+1925",
        "/api/names?q=Образцов&lang=ru",
    ):
        assert expected in shown
    assert any(address.startswith("/veteran-pictures/") for address in shown)
    assert not any("sitemap" in address for address in shown)
    assert after == set()


@pytest.mark.parametrize("status", [LifeStatus.LIVING, LifeStatus.UNKNOWN])
def test_database_refuses_a_living_veteran_without_consent(status):
    someone = veteran(consent=False, published=False, life_status=status, birth_year=1890)

    with pytest.raises(IntegrityError), transaction.atomic():
        Veteran.objects.filter(pk=someone.pk).update(live=True, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        NamedPerson.objects.filter(pk=someone.named_person_id).update(is_public=True)
    with pytest.raises(Exception, match="no consent is recorded"):
        publish_veteran(someone)


def test_database_lets_whoever_died_be_public_and_takes_it_back_with_the_source():
    someone = veteran(consent=False, **DIED)

    assert Veteran.objects.published().get() == someone
    with pytest.raises(IntegrityError), transaction.atomic():
        Veteran.objects.filter(pk=someone.pk).update(
            life_status=LifeStatus.LIVING,
            death="",
            death_earliest=None,
            death_latest=None,
            death_source="",
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Veteran.objects.filter(pk=someone.pk).update(death_source="")


def test_database_keeps_consents_as_they_were_given():
    someone = veteran()
    consent = ConsentRecord.objects.get()
    rows = ConsentRecord.objects.filter(pk=consent.pk)

    for change in ({"scopes": ["page", "press"]}, {"given_on": "2020-03-02"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(consent.text).objects.update(text="I agree to something else.")
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(ended_at="2021-01-01T00:00Z", ended_how="withdrawn")  # still public

    assert Veteran.objects.published().get() == someone


def test_withdrawal_takes_name_page_pictures_and_archive_photograph_at_once(client, section):
    someone = example()
    portrait = Portrait.objects.get()
    photo = PhotoFactory(image=portrait.image, published=True)
    address = f"/veteran-pictures/{portrait.image.uuid}/48.jpg"
    portrait.image.get_rendition("max-165x165")
    opened = {
        path: client.get(path).status_code for path in (address, f"/en/veteran/{someone.number}/")
    }
    staff = signed_in(superuser())

    response = staff.post(f"/admin/consents/veteran/{someone.key}/withdraw/")

    assert set(opened.values()) == {200}
    assert response.status_code == 302
    assert {path: client.get(path).status_code for path in opened} == dict.fromkeys(opened, 410)
    assert client.get(f"/veteran/{someone.number}/").status_code == 410
    assert not NamedPerson.objects.get().is_public
    assert Photo.objects.get(pk=photo.pk).withdrawn_at
    assert not portrait.image.renditions.exists()
    assert ConsentRecord.objects.get().ended_how == "withdrawn"


def test_narrower_consent_takes_the_pictures_and_leaves_the_page(client, section):
    someone = example()
    image = Portrait.objects.get().image
    photo = PhotoFactory(image=image, published=True)
    image.get_rendition("max-165x165")

    agreed(someone, Scope.PAGE, Scope.PICTURES)
    kept = Photo.objects.get(pk=photo.pk).withdrawn_at, image.renditions.exists()
    agreed(someone, Scope.PAGE)

    assert kept == (None, True)
    assert Photo.objects.get(pk=photo.pk).withdrawn_at
    assert not image.renditions.exists()
    assert client.get(f"/en/veteran/{someone.number}/").status_code == 200


def test_number_is_kept_when_consent_is_given_again():
    someone, other = veteran(), veteran()
    number = someone.number
    withdraw_consent(purpose=CONSENT, subject=someone.key)

    agreed(someone)
    publish_veteran(someone)

    someone.refresh_from_db()
    assert (someone.number, someone.live, other.number) == (number, True, number + 1)


def test_consent_to_the_page_alone_shows_no_picture(client, section):
    someone = example(consent=False, published=False)
    agreed(someone, Scope.PAGE)
    publish_veteran(someone)
    someone.refresh_from_db()

    page = client.get(f"/en/veteran/{someone.number}/").content.decode()
    pictures = [
        client.get(f"/veteran-pictures/{image.uuid}/48.jpg").status_code
        for image in ArchiveImage.objects.all()
    ]

    assert "Remembers the winter" in page
    assert "veteran-pictures" not in page
    assert set(pictures) == {410}


def test_picture_is_barred_by_one_of_those_it_shows(client, section):
    example()
    photo = ReportPhoto.objects.get()
    address = f"/veteran-pictures/{photo.image.uuid}/48.jpg"
    shown = client.get(address)
    photo.shows.add(veteran(consent=False, published=False))

    assert (shown.status_code, shown["Cache-Control"]) == (200, "private, no-store")
    assert client.get(address).status_code == 410


def test_living_are_kept_by_no_cache_and_no_search_engine_and_the_dead_are(client, section):
    living, dead = veteran(), veteran(consent=False, **DIED)

    pages = [client.get(f"/en/veteran/{each.number}/") for each in (living, dead)]
    answers = [client.get(f"/api/names?q=Obraztsov&lang=en&limit={n}") for n in (5,)]
    sitemap = client.get("/sitemap-veterans-1.xml").content.decode()

    assert [page.get("X-Robots-Tag") for page in pages] == ["noindex", None]
    assert [page["Cache-Control"] == "private, no-store" for page in pages] == [True, False]
    assert ['name="robots" content="noindex"' in p.content.decode() for p in pages] == [True, False]
    assert answers[0]["Cache-Control"] == "no-store"
    assert f"/en/veteran/{dead.number}/" in sitemap
    assert f"/en/veteran/{living.number}/" not in sitemap


def test_promises_hold_and_a_broken_one_is_named():
    example()
    out = StringIO()
    call_command("check_invariants", stdout=out)
    assert "Breaches: 0" in out.getvalue()

    ReportPhoto.objects.get().shows.add(veteran(consent=False, published=False))
    ArchiveImage.objects.filter(reports_of_presentations__isnull=False).update(
        published_at="2020-01-01T00:00Z"
    )

    with pytest.raises(SystemExit):
        call_command("check_invariants", stdout=out)
    assert "shows a living veteran who does not agree, and is public" in out.getvalue()
