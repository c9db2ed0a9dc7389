"""The roll of veterans, a veteran and a presentation in a real browser: nobody is kept out."""

import pytest

from commemoration.core.enums import Section
from tests.factories.pages import build_site
from tests.factories.photos import ArchiveImageFactory
from tests.factories.veterans import award, presentation, veteran, veterans_page
from tests.journeys.walking import barriers, open_page
from tributes.veterans.models import Portrait, ReportPhoto, ReportPhotoText


@pytest.fixture
def someone(transactional_db):
    """A veteran who agrees to everything, with a portrait and a photograph of the presentation."""
    veterans_page(build_site().sections[Section.EMBASSY]["ru"])
    found, at = veteran(biographies={"en": "Invented."}), presentation("hall")
    award(found, at)
    Portrait.objects.create(veteran=found, image=ArchiveImageFactory(), taken="2020")
    photo = ReportPhoto(presentation=at, image=ArchiveImageFactory(), others_agree=True)
    photo.texts = [ReportPhotoText(language="ru", caption="В зале.")]
    photo.save()
    photo.shows.add(found)
    photo.save()
    return found


def test_veterans_keep_nobody_out_and_show_their_pictures(someone, visitor, live_server):
    found, pictures = {}, {}
    for path in (
        "/ru/embassy/veterans/?letter=О",
        f"/ru/veteran/{someone.number}/",
        "/ru/medal-presentation/hall/",
    ):
        context, page, kept = open_page(visitor, live_server, path, width=360)
        if faults := kept.faults(page, context):
            found[path] = faults
        found |= barriers(page, path)
        pictures[path] = page.locator("main picture img").evaluate_all(
            "images => images.map(image => image.naturalWidth > 0)"
        )
        context.close()

    assert found == {}
    assert list(pictures.values()) == [[], [True], [True]]
