"""What was asked of the list of sites, in words, with addresses that ask less."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tributes.graves.selectors.asked import AskedSites


@dataclass(frozen=True)
class ChosenFilter:
    """`address` is the query string that asks the same without it."""

    name: str
    label: str
    address: str


def chosen_filters(asked: AskedSites, labels: dict[str, str]) -> list[ChosenFilter]:
    """Every filter that narrows the list; `labels` are the words of values, by filter."""
    names = {
        "name": _("Name of a person, a cemetery or a commune"),
        "province": _("Province"),
        "commune": _("Commune"),
        "kind": _("Kind of place"),
        "role": _("Role"),
        "movement": _("Resistance movement or unit"),
        "nationality": _("Citizenship then"),
    }
    found = [
        ChosenFilter(names[name], labels.get(name) or value, asked.without(name).address)
        for name in names
        if (value := getattr(asked, name))
    ]
    if asked.year_from or asked.year_to:
        years = f"{asked.year_from or '…'}–{asked.year_to or '…'}"
        without = asked.without("year_from").without("year_to")
        found.append(ChosenFilter(_("Year of death"), years, without.address))
    flags = {
        "unknown": _("Only where unknown people lie"),
        "protected": _("Only protected places"),
    }
    found += [
        ChosenFilter("", words, asked.without(name).address)
        for name, words in flags.items()
        if getattr(asked, name)
    ]
    if asked.near:
        near = asked.without("near").address
        found.append(ChosenFilter(_("Near a commune or town"), asked.near, near))
    return found
