"""Burial sites as GeoJSON (RFC 7946): longitude before latitude, WGS 84."""

from typing import Any

from django.db.models import Count, Q

from tributes.graves.models.sites import BurialSite

ATTRIBUTION = (
    "Positions that are centres of villages or communes: GeoNames (https://www.geonames.org), "
    "CC BY 4.0."
)


def feature_collection(site: str, licence: str, moment: str) -> dict[str, Any]:
    """Every public site, and a feature without a place for each that no longer is. Two queries.

    `site` is the address of the root; `moment` says when this was written (ISO 8601).
    """
    shown = (BurialSite.objects.published() | BurialSite.objects.gone()).order_by("pk")
    shown = shown.annotate(people=Count("burials", filter=Q(burials__live=True)))
    features = [_feature(each, site) for each in shown.prefetch_related("texts")]
    return {
        "type": "FeatureCollection",
        "licence": licence,
        "attribution": ATTRIBUTION,
        "generated": moment,
        "features": features,
    }


def _feature(burial_site: BurialSite, site: str) -> dict[str, Any]:
    about = {
        "status": "published" if burial_site.live else "withdrawn",
        "modified": burial_site.modified_at.isoformat(timespec="seconds"),
        "url": f"{site}burial-site/{burial_site.slug}/",
    }
    feature = {"type": "Feature", "id": burial_site.slug, "geometry": None, "properties": about}
    if burial_site.live:
        feature["geometry"] = _point(burial_site)
        feature["properties"] = _properties(burial_site) | about
    return feature


def _point(burial_site: BurialSite) -> dict[str, Any] | None:
    if not burial_site.position:
        return None
    position = [float(burial_site.longitude), float(burial_site.latitude)]
    return {"type": "Point", "coordinates": position}


def _properties(burial_site: BurialSite) -> dict[str, Any]:
    return {
        "name": {text.language: text.name for text in burial_site.texts.all() if text.name},
        "kind": burial_site.kind,
        "place": burial_site.place,
        "commune": burial_site.commune,
        "province": burial_site.province,
        "precision": burial_site.precision,
        "graves": burial_site.graves_total,
        "records": burial_site.people,
        "protected": burial_site.protected_status,
    }
