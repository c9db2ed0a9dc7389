"""The page on which a placard is chosen, and its files."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.http.errors import gone_response
from commemoration.core.languages.addresses import in_every_language
from commemoration.core.pages.querysets import public_pages
from commemoration.core.pages.rows import trail_to
from commemoration.core.publication.views import is_public
from commemoration.core.rate_limits.addresses import counted_address
from commemoration.core.rate_limits.services import hit
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.models.pages import RegimentPage
from tributes.regiment.placards.typesetting import set_pdf, set_png
from tributes.regiment.placards.words import PAPERS, chosen_form, name_choices, placard_words
from tributes.regiment.selectors.records import entry_by_number, is_erased

SET_IN_AN_HOUR = 120  # files for one visitor
KEPT = "private, max-age=600"


@require_safe
def placard_page(request: HttpRequest, number: int) -> HttpResponse:
    """What the placard will look like, and the ways to its files."""
    entry = entry_by_number(number)
    if (entry is None and is_erased(number)) or not is_public(entry):
        return gone_response(request)
    forms = list(entry.named_person.forms.all())
    form = chosen_form(forms, request.GET.get("name", ""), get_language())
    with_rank = request.GET.get("rank", "1") != "0"
    asked = urlencode({"name": form.pk, "rank": int(with_rank)})
    request.frame_trail = trail_to(
        public_pages(RegimentPage.objects.filter(locale__language_code=get_language()))
    )
    request.frame_title = gettext("Placard")
    request.frame_urls = in_every_language(request)
    context = {
        "entry": entry,
        "words": placard_words(entry, form, with_rank=with_rank),
        "names": name_choices(forms, form),
        "with_rank": with_rank,
        "back": entry.get_absolute_url(),
        "preview": f"{_file(number, 'a4.png')}?{asked}",
        "files": [
            (gettext("PDF for A4"), f"{_file(number, 'a4.pdf')}?{asked}"),
            (gettext("PDF for A3"), f"{_file(number, 'a3.pdf')}?{asked}"),
            (gettext("Picture for a phone (PNG)"), f"{_file(number, 'phone.png')}?{asked}"),
        ],
    }
    return render(request, "regiment/placard.html", context)


@require_safe
def placard_file(request: HttpRequest, number: int, file: str) -> HttpResponse:
    """A PDF to print, or a picture; 429 for whoever asks for very many. `file` is `a4.pdf`."""
    paper, _dot, form = file.partition(".")
    entry = entry_by_number(number)
    if (entry is None and is_erased(number)) or not is_public(entry):
        return gone_response(request)
    if not hit(
        scope="regiment.placards",
        key=counted_address(request),
        limit=SET_IN_AN_HOUR,
        window=timedelta(hours=1),
    ):
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    content = _set(entry, paper, form, request)
    response = HttpResponse(
        content, content_type="application/pdf" if form == "pdf" else "image/png"
    )
    response["Content-Disposition"] = f'inline; filename="placard-{number}-{file}"'
    response["Cache-Control"] = KEPT
    response["X-Robots-Tag"] = "noindex"
    return response


def _set(entry: RegimentEntry, paper: str, form: str, request: HttpRequest) -> bytes:
    forms = list(entry.named_person.forms.all())
    name = chosen_form(forms, request.GET.get("name", ""), get_language())
    words = placard_words(entry, name, with_rank=request.GET.get("rank", "1") != "0")
    portrait = next((each.image for each in entry.pictures.all()), None)
    set_it = set_pdf if form == "pdf" else set_png
    return set_it(words, PAPERS[paper], portrait)


def _file(number: int, file: str) -> str:
    return reverse("regiment:placard_file", args=[number, file])
