"""The picture of a link to an entry, in the language of its address."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from commemoration.core.edtf import in_words
from commemoration.core.http.errors import gone_response
from commemoration.core.publication.views import is_public
from commemoration.core.rate_limits.addresses import counted_address
from commemoration.core.rate_limits.services import hit
from commemoration.names.shown import readers_name
from photos.models.images import ArchiveImage
from tributes.regiment.letters import forms_that_can_be_set
from tributes.regiment.models.entries import RegimentEntry
from tributes.regiment.selectors.records import entry_by_number, is_erased
from tributes.regiment.sharing.drawing import ShareWords, draw_share_picture

KEPT_SECONDS = 60 * 60  # in the cache of the server
DRAWN_IN_AN_HOUR = 240  # for one address: who shows links for many people fetches for all of them
SHOWN_SECONDS = 10 * 60  # without asking again: a picture that was taken down goes soon


@require_safe
def share_picture(request: HttpRequest, number: int) -> HttpResponse:
    """1200 to 630 pixels; 410 once the entry is gone. Drawn when it is first asked for: what is
    kept is found by all that it shows, so that a change needs no clearing. 429 for whoever has very
    many drawn; what is kept is given to everybody."""
    entry = entry_by_number(number)
    if (entry is None and is_erased(number)) or not is_public(entry):
        return gone_response(request)
    words, portrait = share_words(entry), _portrait(entry)
    key = _key(words, portrait)
    if request.headers.get("If-None-Match") == f'"{key}"':
        return _told(HttpResponseNotModified(), key)
    content = cache.get(f"regiment.share.{key}")
    if content is None:
        if not hit(
            scope="regiment.share",
            key=counted_address(request),
            limit=DRAWN_IN_AN_HOUR,
            window=timedelta(hours=1),
        ):
            return HttpResponse(status=429, headers={"Retry-After": "3600"})
        content = draw_share_picture(words, portrait)
        cache.set(f"regiment.share.{key}", content, KEPT_SECONDS)
    return _told(HttpResponse(content, content_type="image/jpeg"), key)


def _told(response: HttpResponse, key: str) -> HttpResponse:
    response["ETag"] = f'"{key}"'
    response["Cache-Control"] = f"public, max-age={SHOWN_SECONDS}"
    response["X-Robots-Tag"] = "noindex"
    return response


def share_words(entry: RegimentEntry) -> ShareWords:
    forms = forms_that_can_be_set(entry.named_person.forms.all())
    name = readers_name(forms, get_language())
    dates = [in_words(date) if date else "?" for date in (entry.birth, entry.death)]
    return ShareWords(
        name=name.spoken,
        years=" – ".join(dates) if entry.birth or entry.death else "",
        eyebrow=gettext("The Immortal Regiment"),
        site=settings.WAGTAIL_SITE_NAME,
        mark=gettext("invented example") if entry.is_example else "",
        language=get_language(),
    )


def _portrait(entry: RegimentEntry) -> ArchiveImage | None:
    shown = (each.image for each in entry.pictures.all() if each.image.published_at)
    return next(shown, None)


def _key(words: ShareWords, portrait: ArchiveImage | None) -> str:
    picture = f"{portrait.pk} {portrait.file.name} {portrait.public_limit}" if portrait else ""
    return hashlib.sha256(repr((words, picture)).encode()).hexdigest()[:32]
