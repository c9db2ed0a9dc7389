"""An entry in the words of schema.org: a data block."""

from django.utils.safestring import SafeString

from commemoration.core.edtf.iso import as_iso_date
from commemoration.core.pages.json_ld import json_ld_block


def entry_as_json_ld(shown, address: str, picture: str) -> SafeString | str:
    """A `Person` with every form of the name; "" for an invented example. `picture` is the whole
    address of the portrait, or nothing."""
    entry = shown.entry
    if entry.is_example:
        return ""
    place = entry.birthplace
    data = {
        "@type": "Person",
        "@id": address,
        "url": address,
        "name": str(shown.name),
        "alternateName": [name for _role, name, _language, _source in shown.other_names],
        "birthDate": as_iso_date(entry.birth),
        "deathDate": as_iso_date(entry.death),
        "birthPlace": {"@type": "Place", "name": place} if place else None,
        "award": entry.decorations,
        "image": picture,
    }
    return json_ld_block(data)
