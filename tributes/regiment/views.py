"""The page of an entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.http.living import keep_nowhere
from commemoration.core.languages.addresses import in_every_language, to_readers_language
from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import trail_to
from commemoration.core.publication.views import is_public
from commemoration.names.selectors.cards import may_be_kept
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.models.pages import RegimentPage
from tributes.regiment.selectors.listing import procession as walk
from tributes.regiment.selectors.records import entry_by_number, entry_page, is_erased
from tributes.regiment.structured_data import entry_as_json_ld


@require_safe
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """Somebody in the language of the address; 410 for what is gone, erased entries too."""
    record = entry_by_number(number)
    if (record is None and is_erased(number)) or not is_public(record):
        return gone_response(request)
    shown = entry_page(record, get_language())
    _frame(request, str(shown.name))
    address = request.build_absolute_uri(record.get_absolute_url())
    portrait = shown.portrait.picture.largest if shown.portrait else ""
    picture = request.build_absolute_uri(portrait) if portrait else ""
    json_ld = entry_as_json_ld(shown, address, picture)
    share = request.build_absolute_uri(reverse("regiment:share", args=[number]))
    context = {"shown": shown, "address": address, "share": share, "json_ld": json_ld}
    response = render(request, "regiment/entry.html", context)
    return response if may_be_kept(shown.same) else keep_nowhere(response)


@require_safe
def procession(request: HttpRequest) -> HttpResponse:
    """Portraits walking by, for a big screen; `after` is the number of who went before."""
    word = request.GET.get("after", "")
    after = int(word) if word.isascii() and word.isdigit() and len(word) <= 9 else 0
    cards, goes_on_after = walk(after, get_language())
    _frame(request, gettext("Procession"))
    context = {"cards": cards, "goes_on_after": goes_on_after}
    return render(request, "regiment/procession.html", context)


def entry_in_any_language(request: HttpRequest, number: int) -> HttpResponse:
    """The permanent address leads to the reader's language."""
    record = RegimentEntry.objects.filter(number=number).first()
    if (record is None and is_erased(number)) or not is_public(record):
        return gone_response(request)
    return to_readers_language(request)


def _frame(request: HttpRequest, title: str) -> None:
    pages = RegimentPage.objects.filter(locale__language_code=get_language())
    request.frame_trail = trail_to(public_pages(pages))
    request.frame_title = title
    request.frame_urls = in_every_language(request)
