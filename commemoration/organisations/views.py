"""The page of an organisation, and its address that names no language."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language, to_readers_language
from commemoration.core.publication.views import is_public

from . import selectors
from .models import Organisation


@require_safe
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """The organisation in the language of the address; 410 for one that is no longer public."""
    record = selectors.organisation_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    shown = selectors.organisation_page(record, get_language())
    request.frame_urls = in_every_language(request)
    request.frame_title = str(shown.name)
    address = request.build_absolute_uri(record.get_absolute_url())
    return render(request, "organisations/organisation.html", {"shown": shown, "address": address})


@require_safe
def organisation_in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    if not is_public(Organisation.objects.filter(slug=slug).first()):
        return gone_response(request)
    return to_readers_language(request)
