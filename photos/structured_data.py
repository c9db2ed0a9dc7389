"""A photograph in the words of schema.org, for search engines: a data block, never a script."""

from urllib.parse import urljoin

from django.urls import reverse
from django.utils.safestring import SafeString

from commemoration.core.pages.json_ld import json_ld_block


def photo_as_json_ld(shown, address: str, site_address: str) -> SafeString:
    """An `ImageObject` (https://schema.org/ImageObject) with the licence and the credit."""
    photo, texts = shown.photo, shown.texts
    data = {
        "@type": "ImageObject",
        "@id": address,
        "url": address,
        "name": str(texts.title),
        "inLanguage": texts.title.language,
        "identifier": photo.accession,
        "caption": str(texts.caption) if texts.caption else None,
        "contentUrl": _content(shown, site_address),
        "license": photo.rights_statement.uri if photo.rights_statement else None,
        "acquireLicensePage": f"{address}#rights" if photo.rights_statement else None,
        "creditText": photo.credit or None,
        "copyrightNotice": _copyright_notice(photo),
        "creator": {"@type": "Person", "name": photo.photographer} if photo.photographer else None,
        "dateCreated": photo.date or None,
        "contentLocation": photo.place_then or None,
        "sourceOrganization": photo.institution or None,
    }
    if photo.live:
        manifest = urljoin(site_address, reverse("photo_manifest", args=[photo.slug]))
        data["subjectOf"] = {
            "@type": "MediaObject",
            "url": manifest,
            "encodingFormat": "application/ld+json",
        }
    return json_ld_block(data)


def _content(shown, site_address: str) -> str | None:
    """The picture that a search engine may show: none that a content warning covers."""
    if shown.picture is None or shown.photo.warning:
        return None
    return urljoin(site_address, shown.picture.largest)


def _copyright_notice(photo) -> str | None:
    """The credit, where there is a copyright for it to tell of."""
    statement = photo.rights_statement
    return photo.credit or None if statement and statement.is_protected else None
