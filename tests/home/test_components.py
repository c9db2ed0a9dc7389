"""The page of components shows every component, without asking the database anything."""

from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

COMPONENTS = settings.BASE_DIR / "templates" / "components"
SPECIMENS = settings.BASE_DIR / "templates" / "dev"


class Classes(HTMLParser):
    """The set of CSS classes that a page wears."""

    def __init__(self, html: str):
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.found.update((dict(attributes).get("class") or "").split())


def _open(client, language):
    with translation.override(language):
        address = reverse("components")
    return client.get(address)


@pytest.mark.parametrize("language", ["en", "fr", "nl", "ru"])
def test_components_page_wears_every_state(client, language):
    response = _open(client, language)

    states = {
        "masthead",
        "menu__link--current",
        "languages__link--missing",
        "breadcrumbs",
        "page-head",
        "note",
        "message",
        "message--fault",
        "empty",
        "field--fault",
        "field--choices",
        "field--inline",
        "pagination__link--current",
        "pagination__gap",
        "picture--empty",
        "layers",
        "times",
        "terms",
        "badges",
        "table",
        "section--centre",
        "footer",
    }
    assert response.status_code == 200
    assert states - Classes(response.content.decode()).found == set()


def test_components_page_uses_every_component():
    shown = "".join(path.read_text() for path in SPECIMENS.rglob("*.html"))
    frame = (settings.BASE_DIR / "templates" / "base.html").read_text()
    around = "".join((COMPONENTS / name).read_text() for name in ("masthead.html", "card.html"))
    tags = (settings.BASE_DIR / "commemoration/core/templatetags/basemap.py").read_text()

    names = {path.name for path in COMPONENTS.glob("*.html")}
    used = shown + frame + around + tags
    assert {name for name in names if f"components/{name}" not in used} == set()


def test_field_faults_are_tied_to_their_fields(client):
    html = _open(client, "en").content.decode()

    assert 'aria-describedby="id_sent-born_helptext id_sent-born_error"' in html
    assert '<ul class="field__fault" id="id_sent-born_error">' in html
    assert html.count('aria-invalid="true"') == 6  # e-mail, date, three languages, consent
