"""By which facts photographs are counted and chosen: the one list that index, search and page use.

`PhotoWords.facets` holds all values of one photograph in one text: each value behind the letter of
its facet, parted by `PARTING`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARTING = "\x1f"


@dataclass(frozen=True)
class Facet:
    """`value` gives in SQL the value of a row `photo` of photos_photo, or an array if `is_list`.

    `condition` asks in SQL whether the row has one of the values `%s`.
    """

    name: str
    letter: str
    label: Promise
    value: str
    is_list: bool = False
    condition: str = ""

    @property
    def has_any(self) -> str:
        if self.condition:
            return self.condition
        if self.is_list:
            return f"({self.value})::text[] && %s::text[]"
        return f"({self.value}) = ANY (%s::text[])"


FACETS = {
    facet.name: facet
    for facet in (
        Facet("place", "p", _("Place"), "coalesce(nullif(photo.place_then, ''), photo.place_now)"),
        Facet("person", "n", _("People shown"), "photo.people", is_list=True),
        Facet("subject", "s", _("Subjects"), "photo.subjects", is_list=True),
        Facet("event", "e", _("Event"), "photo.event"),
        Facet("photographer", "f", _("Photographer"), "photo.photographer"),
        Facet("collection", "c", _("Collection"), "photo.collection_id::text"),
        Facet("institution", "i", _("Institution"), "photo.institution"),
        Facet("rights", "r", _("Rights"), "photo.rights"),
        Facet(
            "caption",
            "l",
            _("Language of the caption"),
            "ARRAY(SELECT language FROM photos_phototext AS own"
            " WHERE own.photo_id = photo.id AND own.caption > '')",
            is_list=True,
            condition="photo.id IN (SELECT photo_id FROM photos_phototext"
            " WHERE caption > '' AND language = ANY (%s::text[]))",
        ),
    )
}


def values_in_sql() -> str:
    """One text with all values of a row `photo` of photos_photo."""
    return f"concat_ws(chr({ord(PARTING)}), {', '.join(map(_marked, FACETS.values()))})"


def _marked(facet: Facet) -> str:
    if facet.is_list:
        return (
            f"(SELECT string_agg('{facet.letter}' || {_clean('each')}, chr({ord(PARTING)}))"
            f" FROM (SELECT DISTINCT unnest({facet.value})) AS list (each) WHERE each > '')"
        )
    return f"'{facet.letter}' || nullif({_clean(facet.value)}, '')"


def _clean(value: str) -> str:
    return f"translate({value}, chr({ord(PARTING)}), ' ')"
