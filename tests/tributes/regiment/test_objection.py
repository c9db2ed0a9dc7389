"""An objection takes an entry down in one step: nothing of it is left for anybody to fetch."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage, storages

from commemoration.core.outbox.models import OutboxMessage
from commemoration.names.selectors.finding import find_people
from commemoration.submissions.enums import ObjectionState
from commemoration.submissions.services.objections import (
    confirm_objection,
    raise_objection,
    uphold_objection,
)
from commemoration.submissions.services.review import approve
from photos.models.images import ArchiveImage
from tests.factories.pages import build_site
from tests.factories.regiment import sent
from tests.factories.staff import superuser
from tests.factories.worker import work_off_tasks
from tributes.regiment.models import RegimentEntry

pytestmark = pytest.mark.django_db


def public_files(uuid) -> list[str]:
    """What visitors could fetch of a picture: sizes for pages, and tiles."""
    return [str(path) for path in Path(default_storage.location).rglob(f"*{uuid}*/**/*")]


def found_by(client, entry, image) -> dict[str, bool]:
    """Each way on which somebody may come to the entry, and whether it leads there."""
    address, name = f"/ru/regiment/{entry.number}/", "Образцов"
    return {
        "page": client.get(address).status_code == 200,
        "permanent address": client.get(f"/regiment/{entry.number}/", follow=True).status_code
        == 200,
        "placard": client.get(f"{address}placard/").status_code == 200,
        "names": bool(find_people(name).matches),
        "search page": name in client.get("/ru/names/", {"q": "Obraztsov"}).content.decode(),
        "names for programs": address
        in client.get("/api/names", {"q": name}, headers={"accept-language": "ru"})
        .content.decode()
        .replace("/en/", "/ru/"),
        "list for programs": name
        in b"".join(client.get("/data/regiment.csv").streaming_content).decode(),
        "files": bool(public_files(image.uuid)),
        "previews of staff": image.renditions.exists(),
    }


def test_every_way_to_the_entry_is_closed(client, commit):
    build_site()
    submission, user = sent(pictures=1), superuser()
    with commit():
        approve(submission=submission, user=user, seen_version=submission.words.version)
    entry, image = RegimentEntry.objects.get(), ArchiveImage.objects.get()
    preview = image.get_rendition("width-100").file.name
    page = f"http://testserver{entry.get_absolute_url()}"
    asked = raise_objection(
        page=page, who="family", why="No.", email="b@example.org", language="fr"
    )
    before = found_by(client, entry, image)

    with commit():
        uphold_objection(objection=confirm_objection(asked), user=user)
    work_off_tasks()

    assert set(before.values()) == {True}, before
    after = found_by(client, entry, image)
    assert set(after.values()) == {False}, after
    assert client.get(f"/ru/regiment/{entry.number}/").status_code == 410
    assert not storages["working"].exists(preview)
    asked.refresh_from_db()
    assert asked.state == ObjectionState.UPHELD
    assert OutboxMessage.objects.filter(template="objection_upheld", language="fr").count() == 1
    link = client.get("/ru/object/", {"page": entry.get_absolute_url()})
    assert link.status_code == 200
