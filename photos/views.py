"""The page that finds photographs, the page of one, and its address that names no language."""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    QueryDict,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language, to_readers_language
from commemoration.core.media.views import public_file
from photos import picture_files, selectors
from photos.citations import Source, as_bibtex, as_ris, as_sentence
from photos.forms.finding import FindingForm
from photos.models.records import Photo
from photos.selectors.tiles import image_service
from photos.structured_data import photo_as_json_ld
from photos.xmp import packet_for, sent_with

CITATION_FORMS = {
    "bib": (as_bibtex, "application/x-bibtex"),
    "ris": (as_ris, "application/x-research-info-systems"),
}

LONGEST_LIST = 2_000  # characters of the list that a photograph's address may carry


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Photographs by words, years and facts; the whole question stands in the address."""
    form = FindingForm(request.GET)
    shown = selectors.search_page(
        form.asked,
        get_language(),
        number=form.cleaned_data["page"],
        opened=request.GET.get("all", ""),
    )
    request.frame_title = gettext("Find photographs")
    request.frame_urls = in_every_language(request)
    response = render(request, "photos/search.html", {"form": form, "shown": shown})
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def photo(request: HttpRequest, slug: str) -> HttpResponse:
    """The photograph in the language of the address; 410 for one that is no longer public."""
    record = selectors.photo_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    request.frame_urls = in_every_language(request)
    shown = selectors.photo_page(
        record, get_language(), uncovered="show" in request.GET, came_from=_came_from(request)
    )
    return show_photo(request, shown)


@require_safe
def photo_in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    if not is_public(Photo.objects.filter(slug=slug).first()):
        return gone_response(request)
    return to_readers_language(request)


@require_safe
def picture_file(request: HttpRequest, uuid: UUID, name: str) -> HttpResponseBase:
    """A file of a published picture, 410 once it is withdrawn. No query where it is there."""
    try:
        return public_file(request, f"{picture_files.public_folder(uuid)}/{name}")
    except Http404:
        found = image_service(uuid)
        if found is None or not found.is_withdrawn:
            raise
        return gone_response(request)


@require_safe
def download(request: HttpRequest, slug: str, width: int) -> HttpResponseBase:
    """A file of a published photograph, with its title, credit and rights written into it."""
    record = selectors.photo_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    found = next((each for each in selectors.downloads_for(record) if each.width == width), None)
    if found is None:
        raise Http404
    packet = packet_for(record, _permanent_address(request, record))
    response = sent_with(packet, picture_files.working_storage().open(found.name), found.size)
    return _saved_as(response, f"{slug}-{width}.jpg")


@require_safe
def citation(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The photograph as an entry for a list of references: BibTeX or RIS."""
    if form not in CITATION_FORMS:
        raise Http404
    record = selectors.photo_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    write, content_type = CITATION_FORMS[form]
    title = selectors.texts_for(record, get_language()).title
    response = HttpResponse(
        write(_source(request, record, title)), content_type=f"{content_type}; charset=utf-8"
    )
    return _saved_as(response, f"{slug}.{form}")


def _saved_as(response: HttpResponseBase, name: str) -> HttpResponseBase:
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _source(request: HttpRequest, record: Photo, title: selectors.DisplayText) -> Source:
    address = _permanent_address(request, record)
    return Source.of(record, title, gettext(settings.WAGTAIL_SITE_NAME), address)


def _permanent_address(request: HttpRequest, record: Photo) -> str:
    return request.build_absolute_uri(reverse("permanent_photo", args=[record.slug]))


def preview_photo(request: HttpRequest, record: Photo, language: str) -> HttpResponse:
    """The page of a version that is not public, with pictures that only staff may fetch."""
    shown = selectors.photo_page(record, language, uncovered=True, for_staff=True)
    return show_photo(request, shown)


def show_photo(request: HttpRequest, shown: selectors.PhotoPage) -> HttpResponse:
    request.frame_trail = shown.collection_way
    request.frame_title = shown.photo.accession
    address = request.build_absolute_uri(shown.url)
    context = {
        "shown": shown,
        "address": address,
        "share_picture": _share_picture(request, shown),
        "permanent_address": request.build_absolute_uri(shown.permanent_url),
        "citation": as_sentence(
            _source(request, shown.photo, shown.texts.title), get_language(), timezone.localdate()
        ),
        "json_ld": photo_as_json_ld(shown, address, request.build_absolute_uri("/")),
    }
    return render(request, "photos/photo.html", context)


def _came_from(request: HttpRequest) -> selectors.Asked | None:
    """The list that the address of a photograph carries."""
    text = request.GET.get(selectors.LIST, "")[:LONGEST_LIST]
    try:
        return FindingForm(QueryDict(text)).asked if text else None
    except TooManyFieldsSent:
        return None


def _share_picture(request: HttpRequest, shown: selectors.PhotoPage) -> str:
    """What other sites show beside a link: only blurred what a content warning covers here."""
    if shown.photo.warning:
        return request.build_absolute_uri(shown.blurred.src) if shown.blurred else ""
    return request.build_absolute_uri(shown.picture.largest) if shown.picture else ""


def is_public(record: Photo | None) -> bool:
    """False for what is gone. Raises Http404 for what has never been public."""
    if record is None or not record.has_been_public:
        raise Http404
    return record.is_public
