"""Veterans who died, and presentations, in the words of schema.org: a data block.

Of a living person nothing is written for machines.
"""

from django.utils.safestring import SafeString

from commemoration.core.edtf.iso import as_iso_date
from commemoration.core.pages.json_ld import json_ld_block


def veteran_as_json_ld(shown, address: str) -> SafeString | str:
    """A `Person` with every form of the name; "" for whoever may be living or is an example."""
    veteran = shown.veteran
    if shown.may_be_living or veteran.is_example:
        return ""
    return json_ld_block(
        {
            "@type": "Person",
            "@id": address,
            "url": address,
            "name": str(shown.name),
            "alternateName": [name for _role, name, _language, _source in shown.other_names],
            "birthDate": str(veteran.birth_year or ""),
            "deathDate": as_iso_date(veteran.death),
            "award": [str(award.medal) for award in shown.awards],
        }
    )


def presentation_as_json_ld(shown, address: str) -> SafeString | str:
    """An `Event`, without anybody's name."""
    presentation = shown.presentation
    if presentation.is_example:
        return ""
    place = presentation.place
    return json_ld_block(
        {
            "@type": "Event",
            "@id": address,
            "url": address,
            "name": str(shown.title),
            "startDate": as_iso_date(presentation.date),
            "location": {"@type": "Place", "name": place} if place else None,
        }
    )
