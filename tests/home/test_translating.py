"""An editor translates a page in the admin and publishes it: with the real views."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from commemoration.core.accounts.groups import CENTRE_EDITORS, EMBASSY_EDITORS
from commemoration.core.enums import Section
from commemoration.home.models import StandardPage
from tests.factories.pages import build_site, standard_page
from tests.factories.staff import signed_in, staff_account

pytestmark = pytest.mark.django_db

FRENCH = {"Opening": "Ouverture", "Open every day": "Ouvert tous les jours"}


@pytest.fixture
def site():
    return build_site()


@pytest.fixture
def page(site):
    parent = site.sections[Section.EMBASSY]["en"]
    return standard_page(parent, "Opening", "opening", lead="Open every day")


@pytest.fixture
def editor():
    return signed_in(staff_account("anna", EMBASSY_EDITORS))


def submit(client, page, *locales):
    path = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(path, {"locales": [locale.pk for locale in locales]})


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    def press(client, page):
        # The page is published when the transaction has ended.
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"})

    return press


def french(site):
    return site.homes["fr"].locale


def translate(client, translation, words=FRENCH):
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            path = reverse(
                "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
            )
            response = client.put(
                path,
                f"value={words[segment.string.data]}",
                content_type="application/x-www-form-urlencoded",
                headers={"accept": "application/json"},
            )
            assert response.status_code == 201


def test_editor_submits_translates_and_publishes(site, page, editor, publish):
    submitted = submit(editor, page, french(site))

    translated = page.get_translation(french(site)).specific
    edit = reverse("wagtailadmin_pages:edit", args=[translated.pk])
    assert submitted.url == edit
    assert not translated.live
    assert Client().get("/fr/embassy/opening/").status_code == 404
    assert translated.get_parent().pk == site.sections[Section.EMBASSY]["fr"].pk
    assert editor.get(edit).status_code == 200

    translate(editor, Translation.objects.get())
    publish(editor, translated)

    translated.refresh_from_db()
    assert (translated.title, translated.lead) == ("Ouverture", "Ouvert tous les jours")
    assert translated.slug == "opening"
    public = Client().get("/fr/embassy/opening/").content.decode()
    assert "Ouverture" in public
    assert "Open every day" not in public
    assert StringTranslation.objects.filter(last_translated_by__username="anna").count() == 2


def test_slug_stays_the_same_in_every_language(site, page, editor, publish):
    locales = [site.homes[code].locale for code in ["fr", "nl", "ru"]]

    submit(editor, page, *locales)
    for translation in Translation.objects.all():
        translate(editor, translation, {"Opening": f"Открытие {translation.pk}"})
        target = translation.get_target_instance()
        publish(editor, target)

    pages = StandardPage.objects.filter(translation_key=page.translation_key)
    assert sorted(pages.values_list("slug", "live")) == [("opening", True)] * 4
    assert len(set(pages.values_list("title", flat=True))) == 4


def test_change_of_the_original_reaches_the_translation_when_synchronised(
    site, page, editor, publish
):
    submit(editor, page, french(site))
    translate(editor, Translation.objects.get())
    translated = page.get_translation(french(site)).specific
    publish(editor, translated)
    page.lead = "Closed on Mondays"
    page.save_revision().publish()
    path = reverse(
        "wagtail_localize:update_translations", args=[TranslationSource.objects.get().pk]
    )

    editor.post(path, {"publish_translations": ""})
    translate(editor, Translation.objects.get(), {"Closed on Mondays": "Fermé le lundi"})
    publish(editor, translated)

    translated.refresh_from_db()
    assert (translated.title, translated.lead) == ("Ouverture", "Fermé le lundi")


def test_editor_of_the_other_section_neither_submits_nor_synchronises_nor_edits(
    site, page, editor, publish
):
    other = signed_in(staff_account("pieter", CENTRE_EDITORS))

    assert submit(other, page, french(site)).url == "/admin/"
    assert not page.has_translation(french(site))

    submit(editor, page, french(site))
    source = TranslationSource.objects.get()
    page.lead = "Closed on Mondays"
    page.save_revision().publish()
    update = reverse("wagtail_localize:update_translations", args=[source.pk])
    response = other.post(update, {"publish_translations": "on"})
    assert response.url == "/admin/"
    translated = page.get_translation(french(site))
    publish(other, translated)
    translated.refresh_from_db()
    assert not translated.live
    assert TranslationSource.objects.get().last_updated_at == source.last_updated_at


def test_machine_translation_is_not_offered(site, page, editor):
    submit(editor, page, french(site))
    translation = Translation.objects.get()

    path = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    editor.post(path)

    assert StringTranslation.objects.count() == 0
    assert Page.objects.filter(title="Ouverture").count() == 0
