import os
import time

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, UploadedFile

from commemoration.core.media.uploads import remove_abandoned_uploads
from tests.factories.pages import build_site

pytestmark = pytest.mark.django_db


def upload(name: str, hours_ago: int) -> UploadedFile:
    kind = ContentType.objects.get_for_model(Document)
    sent = UploadedFile.objects.create(for_content_type=kind, file=ContentFile(b"x", name=name))
    moment = time.time() - hours_ago * 3600
    os.utime(default_storage.path(sent.file.name), (moment, moment))
    return sent


def test_upload_that_nobody_came_back_to_is_removed():
    old, recent = upload("old.pdf", hours_ago=25), upload("recent.pdf", hours_ago=23)

    assert remove_abandoned_uploads() == 1

    assert list(UploadedFile.objects.all()) == [recent]
    assert not default_storage.exists(old.file.name)
    assert default_storage.exists(recent.file.name)


def test_upload_whose_file_is_lost_is_forgotten():
    sent = upload("old.pdf", hours_ago=1)
    default_storage.delete(sent.file.name)

    assert remove_abandoned_uploads() == 1
    assert list(UploadedFile.objects.all()) == []


def test_document_goes_out_at_its_own_address_unless_its_folder_is_private():
    build_site()
    folder = Collection.get_first_root_node().add_child(name="Papers")
    document = Document.objects.create(
        title="Deed", collection=folder, file=ContentFile(b"%PDF-1.4", name="deed.pdf")
    )
    address = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    visitor = Client()

    assert b"".join(visitor.get(address)) == b"%PDF-1.4"

    CollectionViewRestriction.objects.create(collection=folder, restriction_type="login")
    assert visitor.get(address).status_code == 302
    assert visitor.get(f"/media/{document.file.name}").status_code == 404
