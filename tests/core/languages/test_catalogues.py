import ast

import pytest
from django.conf import settings

from commemoration.core.languages import catalogues

TEMPLATE = (
    '{% load i18n %}<h1>{% translate "Graves" %}</h1>'
    "{% blocktranslate count n=n %}{{ n }} place{% plural %}{{ n }} places{% endblocktranslate %}"
)


@pytest.fixture
def small_project(tmp_path, settings):
    for folder in (*catalogues.SOURCE_DIRS, *catalogues.TEMPLATE_DIRS):
        (tmp_path / folder).mkdir()
    (tmp_path / "templates" / "page.html").write_text(TEMPLATE)
    (tmp_path / "photos" / "enums.py").write_text('label = _("Rights")\n')
    settings.BASE_DIR = tmp_path
    return tmp_path


@pytest.mark.parametrize("language", catalogues.TRANSLATED)
def test_catalogue_of_the_site_is_complete(language):
    assert catalogues.unfinished(language) == []


def test_every_language_of_the_site_has_a_catalogue():
    assert {code for code, _name in settings.LANGUAGES} == {"en", *catalogues.TRANSLATED}


def test_extract_messages_finds_python_and_templates(small_project):
    found = catalogues.extract_messages(small_project)

    assert set(found) == {("Graves", None), ("%(n)s place", None), ("Rights", None)}
    assert found["%(n)s place", None].plural == "%(n)s places"


def test_unfinished_names_each_fault(small_project):
    catalogue = catalogues.update_catalogue("ru")
    by_text = {entry.msgid: entry for entry in catalogue}
    by_text["Graves"].msgstr = "Захоронения"
    by_text["Graves"].flags.append("fuzzy")
    by_text["%(n)s place"].msgstr_plural = {0: "%(n)s место", 1: "%(n)s места", 2: ""}
    catalogue.save(str(catalogues.catalogue_path("ru")))

    assert sorted(line.split(": ", 1)[1] for line in catalogues.unfinished("ru")) == [
        "fuzzy: 'Graves'",
        "not translated: '%(n)s place'",
        "not translated: 'Rights'",
    ]


def test_russian_with_two_plural_forms_is_unfinished(small_project):
    catalogue = catalogues.update_catalogue("ru")
    for entry in catalogue:
        entry.msgstr = "перевод" if not entry.msgid_plural else ""
    catalogue.find("%(n)s place").msgstr_plural = {0: "%(n)s место", 1: "%(n)s места"}
    catalogue.save(str(catalogues.catalogue_path("ru")))

    (line,) = catalogues.unfinished("ru")
    assert line.endswith("another number of plural forms: '%(n)s place'")


def test_update_catalogue_keeps_what_is_translated_and_drops_what_is_gone(small_project):
    catalogue = catalogues.update_catalogue("fr")
    for entry in catalogue:
        entry.msgstr = "" if entry.msgid_plural else f"fr {entry.msgid}"
    catalogue.save(str(catalogues.catalogue_path("fr")))
    (small_project / "photos" / "enums.py").unlink()

    catalogues.update_catalogue("fr")

    kept = {entry.msgid: entry.msgstr for entry in catalogues.update_catalogue("fr")}
    assert kept == {"Graves": "fr Graves", "%(n)s place": ""}


def test_every_name_under_which_translations_are_called_is_looked_for():
    """A text under another name would stay in English, and nobody would be told."""
    names = set()
    for folder in catalogues.SOURCE_DIRS:
        for path in (settings.BASE_DIR / folder).rglob("*.py"):
            names |= names_of_gettext(path.read_text())

    assert {"_", "_now", "gettext", "ngettext"} <= names
    assert names <= catalogues.KEYWORDS.keys()


def names_of_gettext(source: str) -> set[str]:
    """What a module calls the functions that translate."""
    imports = [each for each in ast.walk(ast.parse(source)) if isinstance(each, ast.ImportFrom)]
    return {
        name.asname or name.name
        for each in imports
        if each.module == "django.utils.translation"
        for name in each.names
        if "gettext" in name.name
    }
