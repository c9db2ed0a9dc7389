"""What the screens of records say in words of their own."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.snippets.models import get_snippet_models

from commemoration.core.publication.wording import DONE_BY_WAGTAIL
from tests.factories.graves import burial_site
from tests.factories.staff import signed_in, superuser
from tributes.graves.models import Ceremony, CeremonyText
from tributes.graves.services.ceremonies import publish_ceremony

pytestmark = pytest.mark.django_db


def test_every_record_is_added_by_a_button_with_a_sentence_of_its_own():
    staff = signed_in(superuser())
    viewsets = [model.snippet_viewset for model in get_snippet_models()]

    labels = [str(each.add_label) for each in viewsets]
    lists = [staff.get(reverse(each.get_url_name("list"))).content.decode() for each in viewsets]

    assert len(set(labels)) == len(viewsets) >= 8
    assert [label for label, page in zip(labels, lists, strict=True) if label not in page] == []


@pytest.mark.parametrize("language", ["fr", "ru"])
@pytest.mark.parametrize("words", DONE_BY_WAGTAIL)
def test_what_was_done_is_told_without_the_gender_of_a_record(language, words):
    with override(language):
        told = gettext(words)

    assert re.match(r"%\(model_name\)s «\s?%\(object\)s\s?»\s?: \w", told)


def test_only_records_with_an_address_of_their_own_speak_of_it():
    site = burial_site()
    ceremony = Ceremony(site=site, date="2020-05-08")
    ceremony.texts = [CeremonyText(language="en", title="Wreaths")]
    ceremony.save()
    publish_ceremony(ceremony)
    staff = signed_in(superuser())

    pages = [
        staff.get(f"/admin/snippets/graves/{model}/withdraw/{pk}/").content.decode()
        for model, pk in (("ceremony", ceremony.pk), ("burialsite", site.pk))
    ]

    assert ["its address" in page for page in pages] == [False, True]
    assert "Visitors will not see it any more." in pages[0]
