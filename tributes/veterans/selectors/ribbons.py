"""Ribbons of medals by name, for other parts of the site that tell of decorations."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from commemoration.core.languages.sort_keys import natural_key
from commemoration.core.ribbons.drawing import Ribbon, ribbon_of
from tributes.veterans.models.medals import MedalText, RibbonStripe


@dataclass(frozen=True)
class NamedRibbon:
    """`source` says where its stripes are laid down."""

    ribbon: Ribbon
    source: str


def ribbons_by_name(names: Iterable[str]) -> dict[str, NamedRibbon]:
    """Of these names, those that are the whole name of a medal whose stripes are recorded: in any
    language, whatever its quotation marks and capitals. Two queries, or none."""
    asked = {name: _compared(name) for name in names}
    if not any(asked.values()):
        return {}
    texts = MedalText.objects.filter(medal__stripes__isnull=False).distinct().order_by()
    rows = texts.values_list("name", "medal", "medal__ribbon_source")
    medals = {_compared(name): (medal, source) for name, medal, source in rows}
    found = {name: medals[key] for name, key in asked.items() if key in medals}
    stripes = defaultdict(list)
    wanted = RibbonStripe.objects.filter(medal__in={medal for medal, _source in found.values()})
    for stripe in wanted.order_by("medal", "sort_order", "pk") if found else ():
        stripes[stripe.medal_id].append((stripe.colour, stripe.width))
    return {
        name: NamedRibbon(ribbon_of(stripes[medal]), source)
        for name, (medal, source) in found.items()
    }


def _compared(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", natural_key(name)).split())
