"""Burial sites and the buried in the words of schema.org, for search engines: a data block."""

from typing import Any

from django.utils.safestring import SafeString

from commemoration.core.edtf.iso import as_iso_date
from commemoration.core.pages.json_ld import json_ld_block
from tributes.graves.enums import SiteKind
from tributes.graves.models.sites import BurialSite

LANDMARKS = (SiteKind.MEMORIAL, SiteKind.MEMORIAL_SIGN, SiteKind.EXECUTION_SITE, SiteKind.OTHER)


def site_as_json_ld(shown, address: str) -> SafeString:
    """A `Cemetery`, or `LandmarksOrHistoricalBuildings` for what is none."""
    site = shown.site
    data = {
        "@type": "LandmarksOrHistoricalBuildings" if site.kind in LANDMARKS else "Cemetery",
        "@id": address,
        "url": address,
        "name": str(shown.name),
        "alternateName": [t.name for t in site.texts.all() if t.name and t.name != str(shown.name)],
        "description": str(shown.description) if shown.description else None,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": site.commune,
            "addressCountry": "BE",
        },
        "geo": _position(site),
    }
    return json_ld_block(data)


def person_as_json_ld(shown, address: str, site_address: str) -> SafeString | str:
    """A `Person` with every form of the name; nothing for somebody who has none."""
    if not shown.name.is_name:
        return ""
    burial, name = shown.burial, str(shown.name)
    forms = dict.fromkeys(layer.name for layer in shown.layers)
    data = {
        "@type": "Person",
        "@id": address,
        "url": address,
        "name": name,
        "alternateName": [form for form in forms if form not in (name, shown.name.listed)],
        "birthDate": as_iso_date(burial.birth),
        "birthPlace": burial.birth_place or None,
        "deathDate": as_iso_date(burial.death),
        "deathPlace": burial.death_place or None,
        "sameAs": [each.address for each in burial.identifiers.all() if each.address],
        "subjectOf": {"@type": "Place", "name": str(shown.site_name), "url": site_address},
    }
    return json_ld_block(data)


def _position(site: BurialSite) -> dict[str, Any] | None:
    """Only what is the place itself: a centre of a village is no position of a grave."""
    if not site.is_exact:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": float(site.latitude),
        "longitude": float(site.longitude),
    }
