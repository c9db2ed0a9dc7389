"""Burial sites and people for tests: examples, never real people."""

from itertools import count

from commemoration.names.enums import NameRole
from commemoration.names.services.people import NameFacts
from tests.factories.pages import add_page
from tributes.graves.enums import BurialKind, Province, SiteKind
from tributes.graves.models import Burial, BurialSite, GraveMapPage
from tributes.graves.services.burials import create_burial, publish_burial
from tributes.graves.services.sites import create_site, publish_site

_numbers = count(1)


def burial_site(slug: str = "", *, published: bool = True, **values) -> BurialSite:
    """An example cemetery at the centre of a village, public unless told otherwise."""
    slug = slug or f"example-{next(_numbers)}"
    values = {
        "kind": SiteKind.COMMUNAL_CEMETERY,
        "place": "Exempleville",
        "commune": "Exemple",
        "province": Province.NAMUR,
        "latitude": "50.123450",
        "longitude": "5.432100",
        "precision": "village",
        "texts": {"fr": {"name": f"Cimetière {slug}"}, "ru": {"name": f"Кладбище {slug}"}},
        **values,
    }
    site = create_site(slug=slug, **values)
    if published:
        publish_site(site)
    return site


def buried(site: BurialSite, key: str = "", *, published: bool = True, **values) -> Burial:
    """An example person with three forms of the name, or whoever `values` describe."""
    if "names" not in values and values.get("kind", BurialKind.PERSON) == BurialKind.PERSON:
        values["names"] = names()
    burial = create_burial(key=key or f"person-{next(_numbers)}", site=site, **values)
    if published:
        publish_burial(burial)
    return burial


def names(stone: str = "Obrazzow", latin: str = "Obraztsov", russian: str = "Образцов"):
    return [
        NameFacts(role=NameRole.INSCRIBED, surname=stone, given_name="Iwan"),
        NameFacts(role=NameRole.IDENTIFIED, surname=latin, given_name="Ivan", language="fr"),
        NameFacts(role=NameRole.IDENTIFIED, surname=russian, given_name="Иван", language="ru"),
    ]


def grave_map_page(parent, slug: str = "graves", **attributes) -> GraveMapPage:
    """The published list of burial sites below `parent`."""
    return add_page(parent, GraveMapPage(title="Burial sites", slug=slug), **attributes)
