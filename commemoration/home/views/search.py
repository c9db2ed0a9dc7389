"""Search over the pages and photographs of the reader's language, and over names of people."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.living import keep_nowhere
from commemoration.core.languages.addresses import in_every_language
from commemoration.home import search as pages_search
from commemoration.home.forms import SearchForm
from commemoration.home.frame import home_for
from commemoration.home.people import people_for
from commemoration.names.limits import too_many_searches
from commemoration.names.selectors.cards import may_be_kept
from photos.selectors import photo_answers

RESULTS_A_PAGE = 20
MOST_PHOTOS = 24


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    home = home_for(request)
    if home is None:
        raise Http404
    form = SearchForm(request.GET)
    form.full_clean()
    query = form.cleaned_data["q"]
    pages = pages_search.search_pages(home, query, get_language())
    photos = photo_answers(query, get_language(), MOST_PHOTOS)
    found = Paginator(pages, RESULTS_A_PAGE).get_page(form.cleaned_data["page"])
    is_first = found.number == 1
    is_last_hope = not found.paginator.count and not photos.cards
    may_be_name = bool(query) and is_first and not too_many_searches(request)
    people = people_for(query if may_be_name else "", is_last_hope=is_last_hope)
    request.frame_title = gettext("Search")
    request.frame_urls = in_every_language(request)
    context = {
        "query": query,
        "found": found,
        "photos": photos,
        "people": people,
        "page_numbers": found.paginator.get_elided_page_range(found.number, on_each_side=2),
        "parameters": f"{urlencode({'q': query})}&",
    }
    response = render(request, "home/search.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response if may_be_kept(people.answers) else keep_nowhere(response)
