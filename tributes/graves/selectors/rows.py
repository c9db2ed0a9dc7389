"""Those who lie at a site as lines of a table, and the orders in which they can stand."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tributes.graves.enums import Role
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.models.texts import BurialText
from tributes.graves.selectors.names import shown_name, stone_name

ORDERS = ("name", "stone", "birth", "death", "grave")


@dataclass(frozen=True)
class PersonRow:
    """`name` has the surname first. `stone`, what the stone reads, and `role` are "" if nobody says
    them."""

    url: str
    name: str
    language: str
    stone: str
    birth: str
    death: str
    role: str
    grave: str
    has_conflict: bool


@dataclass(frozen=True)
class PeopleCounts:
    """How many people are public: with a name, and unknown."""

    named: int
    unknown: int

    @property
    def total(self) -> int:
        return self.named + self.unknown


class OrderLink(NamedTuple):
    """A way to sort the table: what it is called, and the part of the address that asks for it."""

    key: str
    label: str
    address: str
    is_current: bool
    is_descending: bool


def order_link(key: str, current: str, *, is_descending: bool) -> OrderLink:
    """`current` is how the table is sorted now; asked again, it turns round."""
    labels = {
        "name": pgettext("person", "Name"),
        "stone": _("On the stone"),
        "birth": _("Born"),
        "death": _("Died"),
        "grave": _("Grave"),
    }
    is_current = key == current
    turned = "-" if is_current and not is_descending else ""
    is_turned = is_current and is_descending
    return OrderLink(key, labels[key], f"?sort={turned}{key}#people", is_current, is_turned)


def sorting_of(asked: str) -> tuple[str, bool]:
    """One of `ORDERS`, and whether it is the other way round, from what stands in an address."""
    key = asked.removeprefix("-")
    return (key, asked.startswith("-")) if key in ORDERS else (ORDERS[0], False)


def ordered_people(
    site: BurialSite, language: str, key: str, *, is_descending: bool
) -> QuerySet[Burial]:
    """Those who lie there and are public, in one of `ORDERS`; who lacks the fact comes last."""
    conflicts = BurialText.objects.filter(burial=OuterRef("pk")).exclude(conflict="")
    people = Burial.objects.published().filter(site=site).annotate(disputed=Exists(conflicts))
    people = people.select_related("named_person").prefetch_related("named_person__forms")
    if key == "name":
        return people.by_name(language, descending=is_descending)
    if key == "stone":
        return people.by_stone(descending=is_descending)
    if key == "grave":
        return people.by_grave(descending=is_descending)
    column = F(f"{key}_earliest")
    order = column.desc(nulls_last=True) if is_descending else column.asc(nulls_last=True)
    return people.order_by(order, "pk")


def person_row(burial: Burial, language: str) -> PersonRow:
    name = shown_name(burial, language)
    says_role = name.is_name and burial.role != Role.UNKNOWN
    return PersonRow(
        url=burial.get_absolute_url(),
        name=name.listed,
        language=name.language,
        stone=stone_name(burial),
        birth=burial.birth,
        death=burial.death,
        role=burial.get_role_display() if says_role else "",
        grave=burial.grave_reference,
        has_conflict=burial.disputed,
    )
