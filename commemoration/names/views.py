"""The page that finds a person by any spelling of the name, and the same for programs."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.living import keep_nowhere
from commemoration.core.languages.addresses import in_every_language
from commemoration.names.elsewhere import OTHER_SEARCHES
from commemoration.names.exports import as_json
from commemoration.names.forms import MOST, NamesForm
from commemoration.names.limits import too_many_searches
from commemoration.names.selectors import answers, cards

CACHE_CONTROL = "public, max-age=300"


@require_safe
def names(request: HttpRequest) -> HttpResponse:
    """People who may be meant; without a query, what the lists cover."""
    form = _form(request)
    query, kind = form.cleaned_data["q"], form.cleaned_data["kind"]
    request.frame_title = gettext("Find a name")
    request.frame_urls = in_every_language(request)
    context = {
        "query": query,
        "kind": kind,
        "coverage": answers.coverage(),
        "others": OTHER_SEARCHES,
    }
    if query and too_many_searches(request):
        return _shown(request, context | {"wait": True}, status=429)
    if not query:
        return _shown(request, context)
    context |= _found(query, kind)
    response = _shown(request, context)
    may_be_kept = cards.may_be_kept(context["answers"]) and not context["nearest"]
    return response if may_be_kept else keep_nowhere(response)


@require_safe
def names_json(request: HttpRequest) -> HttpResponse:
    """The answer for programs; reasons in the language of `lang`, else of the browser."""
    form = _form(request)
    language = request.GET.get("lang", "")
    if not translation.check_for_language(language) or language not in dict(settings.LANGUAGES):
        language = get_language_from_request(request)
    if too_many_searches(request):
        with translation.override(language):
            content = {"error": gettext("Too many searches. Wait a minute.")}
        response = JsonResponse(content, status=429)
        response["Cache-Control"] = "no-store"
    else:
        with translation.override(language):
            content, may_be_kept = as_json(request, **form.cleaned_data)
            response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
        response["Cache-Control"] = CACHE_CONTROL
        if not may_be_kept:
            keep_nowhere(response)
        response["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _found(query: str, kind: str) -> dict:
    found, shown = answers.answer(query, kind=kind, limit=MOST)
    surnames = [reading.surname for reading in found.asked.readings]
    return {
        "found": found,
        "answers": shown,
        "unknown_lists": answers.lists_of_unknown() if found.asked.is_of_unknown else [],
        "nearest": [] if shown else answers.nearest_names(surnames),
        "more": urlencode({"q": query}),
    }


def _form(request: HttpRequest) -> NamesForm:
    form = NamesForm(request.GET)
    form.full_clean()
    return form


def _shown(request: HttpRequest, context: dict, status: int = 200) -> HttpResponse:
    response = render(request, "names/names.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response
