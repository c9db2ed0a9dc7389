"""Who may open the page of a caretaker: the holder of a cookie that a link was exchanged for.

A link that is damaged, or is somebody else's, is answered with 404. One that was ours and is
closed is answered with 410, in words that say so. Neither says anything about any site.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect

from commemoration.core.languages.addresses import in_every_language
from commemoration.submissions.views.cookies import give_cookie, private, read_cookie, take_cookie
from tributes.graves.caretakers.links import read_access, sign_access
from tributes.graves.caretakers.services.access import LinkClosed
from tributes.graves.models.caretakers import Caretaker, CaretakerSite

COOKIE = "caretaker"
COOKIE_AGE = timedelta(days=400)  # the longest that browsers keep one; the record decides


def give_access(response: HttpResponse, caretaker: Caretaker) -> None:
    """Put what the link says into a cookie of that caretaker's own addresses, in each language."""
    word = sign_access(caretaker)
    give_cookie(response, COOKIE, word, pages=_pages(caretaker), age=COOKIE_AGE)


def take_access(response: HttpResponse, caretaker: Caretaker) -> None:
    """Close it on this device."""
    take_cookie(response, COOKIE, pages=_pages(caretaker))


def for_caretaker(view: Callable) -> Callable:
    """The view is called with the caretaker in place of the handle."""

    @never_cache
    @csrf_protect
    @wraps(view)
    def with_access(request: HttpRequest, handle: str, *args, **kwargs) -> HttpResponse:
        found = read_access(read_cookie(request, COOKIE))
        caretaker = caretaker_of(handle) if found and found.handle == handle else None
        if caretaker is None:
            return no_access(request)
        if not (caretaker.is_open and found.is_newest(caretaker)):
            return no_access(request, was_ours=True)
        request.frame_urls = in_every_language(request)
        try:
            return private(view(request, caretaker, *args, **kwargs))
        except LinkClosed:
            return no_access(request, was_ours=True)

    return with_access


def for_site(view: Callable) -> Callable:
    """The view is called with the place in place of its slug; a site of others is not there."""

    @for_caretaker
    @wraps(view)
    def at_place(
        request: HttpRequest, caretaker: Caretaker, slug: str, *args, **kwargs
    ) -> HttpResponse:
        places = CaretakerSite.objects.filter(caretaker=caretaker, site__slug=slug)
        place = places.select_related("site").prefetch_related("site__texts").first()
        if place is None:
            raise Http404
        place.caretaker = caretaker
        return view(request, place, *args, **kwargs)

    return at_place


def caretaker_of(handle: str) -> Caretaker | None:
    return Caretaker.objects.select_related("organisation").filter(handle=handle).first()


def no_access(request: HttpRequest, *, was_ours: bool = False) -> HttpResponse:
    request.frame_title = gettext("Sites in your care")
    context = {"was_ours": was_ours}
    status = 410 if was_ours else 404
    return private(render(request, "graves/caretaker/no_access.html", context, status=status))


def _pages(caretaker: Caretaker) -> str:
    return f"caretaker/{caretaker.handle}/"
