"""The pages of a veteran and of a presentation, and the pictures that they show."""

from uuid import UUID

from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.http.living import KEPT_NOWHERE, keep_nowhere
from commemoration.core.languages.addresses import in_every_language, to_readers_language
from commemoration.core.media.ranges import file_response
from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import PageRow, trail_to
from commemoration.core.publication.views import is_public
from commemoration.names.selectors.cards import may_be_kept
from commemoration.names.selectors.same import same_person_elsewhere
from photos import picture_files
from tributes.veterans.models.pages import VeteransPage
from tributes.veterans.models.presentations import MedalPresentation
from tributes.veterans.models.veterans import Veteran
from tributes.veterans.selectors.pictures import picture_asked_for, sizes_of
from tributes.veterans.selectors.records import (
    presentation_by_slug,
    presentation_page,
    veteran_by_number,
    veteran_page,
)
from tributes.veterans.structured_data import presentation_as_json_ld, veteran_as_json_ld


@require_safe
def veteran(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody in the language of the address; 410 for whoever is no longer public."""
    record = veteran_by_number(number, get_language())
    if not (is_public(record) and record.agrees):
        return gone_response(request)
    shown = veteran_page(record, get_language())
    _frame(request, str(shown.name))
    address = request.build_absolute_uri(record.get_absolute_url())
    same = same_person_elsewhere(record.named_person_id)
    context = {
        "shown": shown,
        "same": same,
        "address": address,
        "json_ld": veteran_as_json_ld(shown, address),
    }
    response = render(request, "veterans/veteran.html", context)
    is_keepable = may_be_kept(same) and not shown.may_be_living
    return response if is_keepable else keep_nowhere(response)


@require_safe
def presentation(request: HttpRequest, slug: str) -> HttpResponse:
    """A presentation with its report; 410 for one that is no longer public."""
    record = presentation_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    shown = presentation_page(record, get_language())
    _frame(request, str(shown.title))
    address = request.build_absolute_uri(record.get_absolute_url())
    json_ld = presentation_as_json_ld(shown, address)
    context = {"shown": shown, "address": address, "json_ld": json_ld}
    response = render(request, "veterans/presentation.html", context)
    return keep_nowhere(response) if shown.shows_living else response


def veteran_in_any_language(request: HttpRequest, number: int) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    record = Veteran.objects.with_agreement().filter(number=number).first()
    if not (is_public(record) and record.agrees):
        return gone_response(request)
    return to_readers_language(request)


def presentation_in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    if not is_public(MedalPresentation.objects.filter(slug=slug).first()):
        return gone_response(request)
    return to_readers_language(request)


@require_safe
def picture(request: HttpRequest, uuid: UUID, width: int, form: str) -> HttpResponseBase:
    """A portrait, or a picture of a presentation, while everybody on it agrees. One query."""
    found = picture_asked_for(uuid)
    if found is None or not (found.is_public or found.was_public):
        raise Http404
    if not found.is_public:
        return gone_response(request)
    if width not in {size["width"] for size in sizes_of(found.image)}:
        raise Http404
    name = f"{picture_files.folder_of(found.image.file.name)}/{width}.{form}"
    response = file_response(request, storages["working"], name, cache_control=KEPT_NOWHERE)
    return keep_nowhere(response)


def _frame(request: HttpRequest, title: str) -> None:
    pages = VeteransPage.objects.filter(locale__language_code=get_language())
    trail: list[PageRow] = trail_to(public_pages(pages))
    request.frame_trail = trail
    request.frame_title = title
    request.frame_urls = in_every_language(request)
