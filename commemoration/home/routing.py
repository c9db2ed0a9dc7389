"""Decides which page an address means, in one query however deep the page is."""

from django.http import Http404, HttpRequest
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from commemoration.core.pages.querysets import is_public
from commemoration.core.pages.rows import PageRow, rows_of


def resolve(home: PageRow, request: HttpRequest, path_components: list[str]) -> RouteResult:
    """The published page at `path_components` below `home`, or what the nearest makes of the rest.

    The query fetches a row of every page on the way down, so that breadcrumbs and view restrictions
    need no other: the page found carries them as `routed_trail`.
    Unlike Wagtail's own walk, a page wins over a sub-address of its parent that has the same name.
    """
    trail = _trail(home, path_components)
    rest = path_components[len(trail) - 1 :]
    page = _fetched(trail[-1])
    page.routed_trail = trail
    if not rest:
        if not page.live:
            raise Http404
        return RouteResult(page)
    if type(page).route in (Page.route, home.model.route):  # no addresses of its own below it
        raise Http404
    return page.route(request, rest)


def _fetched(row: PageRow) -> Page:
    return row.model.objects.select_related(*getattr(row.model, "fetched_with", ())).get(pk=row.pk)


def _trail(home: PageRow, path_components: list[str]) -> list[PageRow]:
    """The pages from `home` down, as far as the components name pages."""
    addresses = [home.url_path]
    for component in path_components:
        addresses.append(f"{addresses[-1]}{component}/")
    trail, found = [home], {}
    if path_components:
        below = Page.objects.filter(path__startswith=home.path, url_path__in=addresses[1:])
        found = {page.url_path: page for page in rows_of(below, is_public=is_public())}
    for address in addresses[1:]:
        if address not in found:
            break
        trail.append(found[address])
    return trail
