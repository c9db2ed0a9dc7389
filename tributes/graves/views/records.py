"""The pages of a burial site and of somebody who lies there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.http.living import keep_nowhere
from commemoration.core.languages.addresses import in_every_language, to_readers_language
from commemoration.core.publication.views import is_public
from commemoration.names.selectors.cards import may_be_kept
from commemoration.names.selectors.same import same_person_elsewhere
from tributes.graves.contributions.selectors.told import told_of
from tributes.graves.models.burials import Burial
from tributes.graves.models.sites import BurialSite
from tributes.graves.selectors.people import person_page
from tributes.graves.selectors.records import burial_by_number, site_by_slug
from tributes.graves.selectors.sites import site_page
from tributes.graves.structured_data import person_as_json_ld, site_as_json_ld
from tributes.graves.views.trails import address_of_list, way_to_list


@require_safe
def site(request: HttpRequest, slug: str) -> HttpResponse:
    """The site in the language of the address; 410 for one that is no longer public."""
    record = site_by_slug(slug)
    if not is_public(record):
        return gone_response(request)
    order, number = request.GET.get("sort", ""), request.GET.get("page", 1)
    shown = site_page(record, get_language(), order=order, number=number)
    request.frame_trail = way_to_list()
    request.frame_title = str(shown.name)
    request.frame_urls = in_every_language(request)
    address = request.build_absolute_uri(record.get_absolute_url())
    context = {
        "shown": shown,
        "told": told_of(record),
        "address": address,
        "list_url": address_of_list(request.frame_trail),
        "json_ld": site_as_json_ld(shown, address),
    }
    return render(request, "graves/site.html", context)


@require_safe
def person(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody who is buried; 410 for a record that is no longer public."""
    record = burial_by_number(number)
    if not is_public(record):
        return gone_response(request)
    shown = person_page(record, get_language())
    request.frame_trail = way_to_list()
    request.frame_title = str(shown.name)
    request.frame_urls = in_every_language(request)
    same = same_person_elsewhere(record.named_person_id)
    address = request.build_absolute_uri(record.get_absolute_url())
    site_address = request.build_absolute_uri(record.site.get_absolute_url())
    context = {
        "shown": shown,
        "same": same,
        "told": told_of(record),
        "address": address,
        "list_url": address_of_list(request.frame_trail),
        "json_ld": person_as_json_ld(shown, address, site_address),
    }
    response = render(request, "graves/person.html", context)
    return response if may_be_kept(same) else keep_nowhere(response)


@require_safe
def site_in_any_language(request: HttpRequest, slug: str) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    if not is_public(BurialSite.objects.filter(slug=slug).first()):
        return gone_response(request)
    return to_readers_language(request)


@require_safe
def person_in_any_language(request: HttpRequest, number: int) -> HttpResponse:
    if not is_public(Burial.objects.filter(number=number).first()):
        return gone_response(request)
    return to_readers_language(request)
