"""Nothing about a living veteran is public without consent, by any address; what consent opens."""

import pytest

from commemoration.core.consent.models import ConsentRecord
from commemoration.core.consent.services import withdraw_consent
from commemoration.names.models import NamedPerson
from photos.models import Photo
from tests.factories.photos import PhotoFactory
from tests.factories.staff import signed_in, superuser
from tests.factories.veterans import agreed, veteran
from tests.tributes.veterans.addresses import example, told
from tributes.veterans.enums import CONSENT, Scope
from tributes.veterans.models import Portrait
from tributes.veterans.services.veterans import publish_veteran

pytestmark = pytest.mark.django_db


def test_without_consent_no_address_tells_of_a_living_veteran_and_with_it_they_do(client, section):
    someone = example(consent=False, published=False)

    before = told(client, someone)
    agreed(someone)
    publish_veteran(someone)
    someone.refresh_from_db()
    shown = told(client, someone)
    withdraw_consent(purpose=CONSENT, subject=someone.key)
    after = told(client, someone)

    assert not before
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
    assert not after


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
