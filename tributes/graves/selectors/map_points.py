"""What the map fetches: the sites of the list as columns of numbers, and what a popup says."""

from collections.abc import Iterable
from dataclasses import asdict
from operator import sub

from django.db.models import F, Field, Func, Sum
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tributes.graves.enums import PLACE_CENTRES, SiteKind
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.asked import AskedSites
from tributes.graves.selectors.listing import (
    matching_people,
    matching_sites,
    site_row,
)
from tributes.graves.selectors.orders import with_distance, with_people

UNITS = 100_000  # in a degree: about a metre
NAMED_SITES = 1_000
"""Of more, the map names kind and commune alone: names would be most of what it fetches."""
FACTS_AT_ONCE = 40


def map_columns(asked: AskedSites, language: str) -> dict:
    """Every site that answers, as columns of equal length. Two queries, or three with names, and
    those of a search for a name.

    `total` counts all, `x` and `y` are longitude and latitude in hundred thousandths of a degree of
    those with a position, each as the step from the one before; so are the steps of `id`. `kind`
    and `commune` are places in `kinds` and `communes`, `rough` says whether a position is a centre,
    `people` how many who answer lie there, `names` may be absent.
    """
    people = matching_people(asked)
    sites = matching_sites(asked, people)
    position = [WholeUnits(F(name) * UNITS) for name in ("latitude", "longitude")]
    rows = list(sites.order_by("pk").values_list("pk", *position, "kind", "commune", "precision"))
    numbers = dict(people.order_by().values_list("site").annotate(number=Sum("people_count")))
    placed = [row for row in rows if row[1] is not None]
    kinds, communes = Numbered(), Numbered()
    columns = {
        "total": len(rows),
        "id": _steps(row[0] for row in placed),
        "x": _steps(row[2] for row in placed),
        "y": _steps(row[1] for row in placed),
        "kind": [kinds[row[3]] for row in placed],
        "commune": [communes[row[4]] for row in placed],
        "rough": [int(row[5] in PLACE_CENTRES) for row in placed],
        "people": [numbers.get(row[0], 0) for row in placed],
        "kinds": [str(SiteKind(kind).label) for kind in kinds],
        "communes": list(communes),
    }
    if len(rows) <= NAMED_SITES:
        named = {site.pk: str(site.name_in(language)) for site in sites.prefetch_related("texts")}
        columns["names"] = [named.get(row[0], "") for row in placed]
    return columns


def site_facts(asked: AskedSites, ids: list[int], language: str) -> list[dict]:
    """What the list says of some of its sites, in the order of `ids`, numbers in words. Two
    queries, and those of a search for a name."""
    people = matching_people(asked)
    sites = with_people(matching_sites(asked, people).filter(pk__in=ids[:FACTS_AT_ONCE]), people)
    found = {site.pk: site for site in with_distance(sites, None).prefetch_related("texts")}
    return [_facts(found[pk], language) for pk in ids[:FACTS_AT_ONCE] if pk in found]


class WholeUnits(Func):
    """A column as whole numbers, as the driver gives them: of a hundred thousand, Django would
    make each a whole number once more."""

    template = "(%(expressions)s)::integer"
    output_field = Field()


class Numbered(dict):
    """Numbers values in the order in which they come; iterating gives them in that order."""

    def __missing__(self, value: str) -> int:
        number = self[value] = len(self)
        return number


def _facts(site: BurialSite, language: str) -> dict:
    people = site.people
    words = ngettext("%(people)s person", "%(people)s people", people) % {"people": people}
    row = asdict(site_row(site, language))
    return row | {"id": site.pk, "people": words if people else _("nobody listed")}


def _steps(numbers: Iterable[int]) -> list[int]:
    numbers = list(numbers)
    return list(map(sub, numbers, [0, *numbers]))
