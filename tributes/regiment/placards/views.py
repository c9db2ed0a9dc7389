"""The page on which a placard is chosen, and its files."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
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
from commemoration.names.models.forms import NameForm
from tributes.regiment.letters import forms_that_can_be_set
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.models.pages import RegimentPage
from tributes.regiment.placards.typesetting import set_pdf, set_png
from tributes.regiment.placards.words import (
    PAPERS,
    chosen_form,
    name_choices,
    placard_words,
)
from tributes.regiment.selectors.records import entry_by_number, is_erased

SET_IN_AN_HOUR = 120  # files for one visitor
KEPT = "private, max-age=600"


@require_safe
def placard_page(request: HttpRequest, number: int) -> HttpResponse:
    """What the placard will look like, and the ways to its files."""
    entry = entry_by_number(number)
    if (entry is None and is_erased(number)) or not is_public(entry):
        return gone_response(request)
    forms = forms_that_can_be_set(entry.named_person.forms.all())
    form = chosen_form(forms, request.GET.get("name", ""), get_language())
    request.frame_trail = trail_to(
        public_pages(RegimentPage.objects.filter(locale__language_code=get_language()))
    )
    request.frame_title = gettext("Placard")
    request.frame_urls = in_every_language(request)
    context = {"entry": entry, "back": entry.get_absolute_url()}
    if form is not None:
        context |= _placard(request, entry, forms, form)
    return render(request, "regiment/placard.html", context)


def _placard(request, entry: RegimentEntry, forms: list[NameForm], form: NameForm) -> dict:
    """What can be chosen, and the ways to the files."""
    with_rank = request.GET.get("rank", "1") != "0"
    asked = urlencode({"name": form.pk, "rank": int(with_rank)})
    number = entry.number
    return {
        "words": placard_words(entry, form, with_rank=with_rank),
        "names": name_choices(forms, form),
        "with_rank": with_rank,
        "preview": f"{_file(number, 'a4.png')}?{asked}",
        "files": [
            (gettext("PDF for A4"), f"{_file(number, 'a4.pdf')}?{asked}"),
            (gettext("PDF for A3"), f"{_file(number, 'a3.pdf')}?{asked}"),
            (gettext("Picture for a phone (PNG)"), f"{_file(number, 'phone.png')}?{asked}"),
        ],
    }


@require_safe
def placard_file(request: HttpRequest, number: int, file: str) -> HttpResponse:
    """A PDF to print, or a picture; 429 for whoever asks for very many, 404 for a name in letters
    that no type has. `file` is `a4.pdf`."""
    paper, _dot, form = file.partition(".")
    entry = entry_by_number(number)
    if (entry is None and is_erased(number)) or not is_public(entry):
        return gone_response(request)
    names = forms_that_can_be_set(entry.named_person.forms.all())
    name = chosen_form(names, request.GET.get("name", ""), get_language())
    if name is None:
        raise Http404
    if not hit(
        scope="regiment.placards",
        key=counted_address(request),
        limit=SET_IN_AN_HOUR,
        window=timedelta(hours=1),
    ):
        return HttpResponse(status=429, headers={"Retry-After": "3600"})
    words = placard_words(entry, name, with_rank=request.GET.get("rank", "1") != "0")
    portrait = next((each.image for each in entry.pictures.all()), None)
    content = (set_pdf if form == "pdf" else set_png)(words, PAPERS[paper], portrait)
    response = HttpResponse(
        content, content_type="application/pdf" if form == "pdf" else "image/png"
    )
    response["Content-Disposition"] = f'inline; filename="placard-{number}-{file}"'
    response["Cache-Control"] = KEPT
    response["X-Robots-Tag"] = "noindex"
    return response


def _file(number: int, file: str) -> str:
    return reverse("regiment:placard_file", args=[number, file])
