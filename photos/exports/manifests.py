"""The manifest of one photograph (https://iiif.io/api/presentation/3.0/)."""

from typing import Any
from urllib.parse import urljoin

from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from commemoration.core.edtf import in_words
from commemoration.core.languages.transliteration import slug_text
from photos.exports.addresses import collection_path, manifest_path, record_path
from photos.exports.language_maps import (
    LANGUAGES,
    LanguageMap,
    in_every_language,
    of_texts,
    pair,
    without_language,
)
from photos.exports.pictures import blurred_thumbnail, painting, thumbnail
from photos.models.collections import Collection
from photos.models.records import Photo
from photos.pictures import published_picture
from photos.selectors.cards import photo_url
from photos.selectors.texts import texts_for

CONTEXT = "http://iiif.io/api/presentation/3/context.json"


def photo_manifest(photo: Photo, site: str) -> dict[str, Any]:
    """The manifest of a published record from `photo_by_slug`. No query.

    `site` is the address of the site's root, with a slash at its end.
    """
    address = urljoin(site, manifest_path(photo.slug))
    texts = list(photo.texts.all())
    manifest = {
        "@context": CONTEXT,
        "id": address,
        "type": "Manifest",
        "label": of_texts(texts, "title") or without_language(photo.accession),
        "summary": _as_text(of_texts(texts, "caption")),
        "metadata": _metadata(photo, texts),
        "rights": photo.rights_statement.uri if photo.rights_statement else None,
        "requiredStatement": _required_statement(photo),
        "provider": _provider(photo, site),
        "homepage": _homepages(photo, site),
        "thumbnail": (blurred_thumbnail if photo.warning else thumbnail)(photo.image, site),
        "navDate": f"{photo.date_earliest.isoformat()}T00:00:00Z" if photo.date_earliest else None,
        "seeAlso": [_record(photo, site)],
        "partOf": [collection_reference(photo.collection, site)],
        "items": _canvases(photo, address, site),
    }
    return {name: value for name, value in manifest.items() if value}


def collection_reference(collection: Collection, site: str) -> dict[str, Any]:
    """A collection as manifests and other collections name it. Its texts must be at hand."""
    return {
        "id": urljoin(site, collection_path(collection.slug)),
        "type": "Collection",
        "label": of_texts(collection.texts.all(), "title") or without_language(str(collection)),
    }


def _metadata(photo: Photo, texts: list) -> list[dict]:
    """What the catalogue card says, in its order."""
    words = in_every_language(lambda code: in_words(photo.date, code)) if photo.date else {}
    warning = in_every_language(photo.warning.explanation) if photo.warning else {}
    pairs = [
        (_("Content warning"), warning),
        (_("Date"), words),
        (_("Date (EDTF)"), _plain(photo.date)),
        (_("Place, as it was called then"), _plain(photo.place_then)),
        (_("Place, as it is called now"), _plain(photo.place_now)),
        (_("Position"), _plain(photo.position)),
        (_("Photographer"), _plain(photo.photographer)),
        (_("People shown"), _plain(photo.people)),
        (_("Event"), _plain(photo.event)),
        (_("Subjects"), _plain(photo.subjects)),
        (_("Transcript"), of_texts(texts, "transcript")),
        (_("Institution"), _plain(photo.institution)),
        (_("Fonds"), _plain(photo.fonds)),
        (_("Inventory"), _plain(photo.inventory)),
        (pgettext_lazy("archival unit", "File"), _plain(photo.file_reference)),
        (_("Reference"), _plain(photo.reference)),
        (_("Accession"), _plain(photo.accession)),
    ]
    return [pair(label, _as_text(value)) for label, value in pairs if value]


def _plain(texts: str | list[str]) -> LanguageMap:
    return without_language(texts) if texts else {}


def _as_text(words: LanguageMap) -> LanguageMap:
    """Texts that viewers will not take for HTML, as they do what is between "<" and ">" (§4.5)."""
    return {code: [_shielded(text) for text in texts] for code, texts in words.items()}


def _shielded(text: str) -> str:
    looks_like_html = text.startswith("<") and text.endswith(">")
    return f"<span>{escape(text)}</span>" if looks_like_html else text


def _required_statement(photo: Photo) -> dict[str, LanguageMap] | None:
    """What a viewer must show beside the picture: the credit, and the content warning."""
    credit = _as_text(_plain(photo.credit))
    if not photo.warning:
        return pair(_("Credit"), credit) if credit else None
    statement = in_every_language(photo.warning.explanation)
    if credit:
        statement = {code: [*texts, *credit["none"]] for code, texts in statement.items()}
    return pair(_("Content warning and credit"), statement)


def _provider(photo: Photo, site: str) -> list[dict]:
    """The institution that keeps the original. Its identifier is ours: it has given us none."""
    if not photo.institution:
        return []
    return [
        {
            "id": urljoin(site, f"#institution-{slug_text(photo.institution)}"),
            "type": "Agent",
            "label": without_language(photo.institution),
        }
    ]


def _homepages(photo: Photo, site: str) -> list[dict]:
    return [
        {
            "id": urljoin(site, photo_url(photo.slug, code)),
            "type": "Text",
            "label": {(title := texts_for(photo, code).title).language: [title.text]},
            "format": "text/html",
            "language": [code],
        }
        for code in LANGUAGES
    ]


def _record(photo: Photo, site: str) -> dict:
    return {
        "id": urljoin(site, record_path(photo.slug)),
        "type": "Dataset",
        "label": in_every_language(_("Catalogue entry as data")),
        "format": "application/json",
    }


def _canvases(photo: Photo, manifest: str, site: str) -> list[dict]:
    alt_texts = of_texts(photo.texts.all(), "alt_text")
    sides = [
        ("front", photo.image, _("Front"), alt_texts),
        ("back", photo.verso, _("Back of the print"), {}),
    ]
    small = blurred_thumbnail if photo.warning else thumbnail
    return [
        _canvas(
            urljoin(manifest, f"canvas/{name}"), image, label, summary, small(image, site), site
        )
        for name, image, label, summary in sides
        if published_picture(image)
    ]


def _canvas(
    address: str, image, label, summary: LanguageMap, thumbnails: list[dict], site: str
) -> dict:
    body = painting(image, site)
    canvas = {
        "id": address,
        "type": "Canvas",
        "label": in_every_language(label),
        "summary": _as_text(summary),
        "height": body["height"],
        "width": body["width"],
        "thumbnail": thumbnails,
        "items": [
            {
                "id": f"{address}/page",
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{address}/painting",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": body,
                        "target": address,
                    }
                ],
            }
        ],
    }
    return {name: value for name, value in canvas.items() if value}
