"""Which pictures of veterans are given out."""

import pytest

from commemoration.core.http.living import KEPT_NOWHERE
from photos.models import ArchiveImage
from tests.factories.veterans import agreed, veteran
from tests.tributes.veterans.addresses import example
from tributes.veterans.enums import Scope
from tributes.veterans.models import ReportPhoto
from tributes.veterans.services.veterans import publish_veteran

pytestmark = pytest.mark.django_db


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
    photo.save()

    assert (shown.status_code, shown["Cache-Control"]) == (200, KEPT_NOWHERE)
    assert client.get(address).status_code == 410
