"""Translations made with wagtail-localize keep the address and translate what editors wrote."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from commemoration.core.enums import Section
from tests.factories.pages import build_site, standard_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return build_site()


def translate(page, language, words, capture):
    """Translates `page` as the translation screen does: strings in, then published."""
    locale = Locale.objects.get(language_code=language)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    task = Translation.objects.update_or_create(source=source, target_locale=locale)[0]
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": words[segment.string.data]},
        )
    with capture(execute=True):
        task.save_target()
    return page.get_translation(locale).specific


BODY = [
    ("heading", "Who we are"),
    ("text", "<p>A house in Brussels.</p>"),
    ("quotation", {"text": "We remember.", "speaker": "A veteran", "source": ""}),
    ("note", {"text": "<p>The sources disagree.</p>"}),
]
WORDS = {
    "Imprint": "Выходные данные",
    "In short": "Коротко",
    "Who we are": "Кто мы",
    "A house in Brussels.": "Дом в Брюсселе.",
    "We remember.": "Мы помним.",
    "A veteran": "Ветеран",
    "The sources disagree.": "Источники расходятся.",
}


def test_imported_translation_keeps_the_address(client, site, django_capture_on_commit_callbacks):
    page = standard_page(
        site.sections[Section.CENTRE]["en"], slug="imprint", lead="In short", body=BODY
    )

    russian = translate(page, "ru", WORDS, django_capture_on_commit_callbacks)

    assert russian.slug == "imprint"
    assert russian.get_url() == "/ru/centre/imprint/"
    assert (russian.title, russian.lead) == ("Выходные данные", "Коротко")
    assert [block.block_type for block in russian.body] == [name for name, _value in BODY]
    assert client.get("/ru/centre/imprint/").context["page"] == russian


def test_translation_says_every_block_in_its_language(
    client, site, django_capture_on_commit_callbacks
):
    page = standard_page(site.homes["en"], slug="imprint", lead="In short", body=BODY)

    translate(page, "ru", WORDS, django_capture_on_commit_callbacks)
    content = client.get("/ru/imprint/").content.decode()

    for words in WORDS.values():
        assert words in content
    assert "A house in Brussels" not in content


def test_second_translation_after_a_change_keeps_the_address(
    site, django_capture_on_commit_callbacks
):
    page = standard_page(site.homes["en"], slug="imprint")
    translate(page, "ru", WORDS, django_capture_on_commit_callbacks)
    page.lead = "In short"
    page.save_revision().publish()

    russian = translate(page, "ru", WORDS, django_capture_on_commit_callbacks)

    assert (russian.slug, russian.lead) == ("imprint", "Коротко")


def test_renamed_page_renames_its_translation_and_leaves_a_redirect(
    client, site, django_capture_on_commit_callbacks
):
    page = standard_page(site.homes["en"], slug="imprint")
    translate(page, "ru", WORDS, django_capture_on_commit_callbacks)
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "colophon"
        page.save_revision().publish()

    russian = translate(page, "ru", WORDS, django_capture_on_commit_callbacks)

    assert russian.get_url() == "/ru/colophon/"
    assert client.get("/ru/imprint/").url == "/ru/colophon/"


def test_translated_home_page_keeps_a_slug_of_its_own(site, django_capture_on_commit_callbacks):
    home = site.homes["en"]
    home.lead = "In short"
    home.save()

    russian = translate(
        home,
        "ru",
        {"Victory 75 · Belgium": "Победа 75 · Бельгия", "In short": "Коротко"},
        django_capture_on_commit_callbacks,
    )

    assert (russian.title, russian.slug) == ("Победа 75 · Бельгия", "home-ru")
