"""Every public address that could tell of a veteran, as the resolver knows them."""

import re

from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from photos.models import ArchiveImage
from tests.factories.photos import ArchiveImageFactory
from tests.factories.veterans import award, presentation, veteran
from tributes.veterans.models import Portrait, ReportPhoto, Veteran


def example(**values) -> Veteran:
    """With everything that could be shown: name, town, biography, award, portrait, picture."""
    someone = veteran(
        town="Wanzelle", biographies={"en": "Remembers the winter of 1942."}, **values
    )
    at = presentation("hall")
    award(someone, at)
    Portrait.objects.create(veteran=someone, image=ArchiveImageFactory())
    photo = ReportPhoto.objects.create(
        presentation=at, image=ArchiveImageFactory(), others_agree=True
    )
    photo.shows.add(someone)
    photo.save()
    return someone


def every_address(someone: Veteran) -> list[str]:
    """Every public address that the resolver knows, filled in with what is known of the veteran,
    and every search."""
    images = ArchiveImage.objects.all()
    values = {
        "number": [someone.number or 1, 1],
        "slug": ["hall", someone.slug],
        "uuid": [image.uuid for image in images],
        "width": [48, 320],
        "form": ["jpg", "avif", "webp"],
        "kind": ["veterans", "presentations", "people", "sites"],
        "name": [
            f"pictures/{image.uuid}/{size['width']}.jpg"
            for image in images
            for size in image.derivatives
        ],
    }
    found = set()
    for pattern in _patterns(get_resolver()):
        if pattern.startswith(("admin/", "dev/", "documents/")):
            continue
        found.update(_filled(pattern, values))
    paths = ["", *(f"{language}/" for language in ("en", "fr", "nl", "ru"))]
    for language in ("en", "ru"):
        page = f"{language}/embassy/veterans/"
        paths += [page, f"{page}?presentation=hall&year=2020", f"{page}?letter=O"]
        for name in ("Obraztsov", "Образцов"):
            paths += [f"{page}?name={name}", f"{language}/names/?q={name}+1925"]
            paths += [f"{language}/search/?q={name}", f"api/names?q={name}&lang={language}"]
    return [f"/{path}" for path in sorted({*found, *paths})]


def _patterns(resolver: URLResolver, before: str = ""):
    for each in resolver.url_patterns:
        own = str(each.pattern)
        if isinstance(each, URLPattern):
            yield before + own
        else:
            yield from _patterns(each, before + own)


def _filled(pattern: str, values: dict) -> list[str]:
    """The addresses of a pattern; none if it asks for something that no veteran has."""
    found = [pattern]
    for whole, name in re.findall(r"(<(?:\w+:)?(\w+)>)", pattern):
        found = [
            each.replace(whole, str(value)) for each in found for value in values.get(name, [])
        ]
    return [each for each in found if not re.search(r"[\^$(\\?]", each)]


def told(client, someone: Veteran) -> dict[str, HttpResponse]:
    """The answers that tell anything of the veteran, or show a picture, by their addresses."""
    images = [str(image.uuid) for image in ArchiveImage.objects.all()]
    answers = {}
    for address in every_address(someone):
        response = client.get(address, follow=True)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        text = body.decode("utf-8", "replace")
        marks = [*images, "Wanzelle", "Remembers the winter", f"/veteran/{someone.number}/"]
        if "Obraztsov" not in address and "Образцов" not in address:  # else the form repeats it
            marks += ["Obraztsov", "Образцов"]
        is_picture = response.get("Content-Type", "").startswith("image/")
        if any(mark in text for mark in marks) or (is_picture and response.status_code == 200):
            answers[address] = response
    return answers
