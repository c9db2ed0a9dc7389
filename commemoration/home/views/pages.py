"""Pages, and the address without a language."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_page

from commemoration.home.frame import home_for
from commemoration.home.routing import resolve
from commemoration.home.selectors import languages_with_home


@require_safe
def page(request: HttpRequest, path: str) -> HttpResponse:
    """A page of the tree. Where a language has no home page, Wagtail would show English pages."""
    home = home_for(request)
    if home is None:
        raise Http404
    components = [component for component in path.split("/") if component]
    request._wagtail_route_for_request = resolve(home, request, components)
    return serve_page(request, path)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """`/` leads to the home page in the language that the reader's browser asks for."""
    wanted = get_language()
    published = languages_with_home()
    if not published:
        raise Http404
    language = wanted if wanted in published else published[0]
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response
