"""`{% portrait_place card %}`, a place on the wall; `{% filter_options choices %}`, what to choose.

Each process keeps the markup of the places that it has drawn last: forty-eight of them take half of
the time of the page. What is kept is found by everything that it shows and by the language, so that
no change has to be told to it.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tributes.regiment.selectors.listing import Choice
from tributes.regiment.selectors.portraits import PortraitCard

register = template.Library()

KEPT = 1000  # places, some two kilobytes each
LISTS_KEPT = 100


@register.simple_tag
def portrait_place(card: PortraitCard) -> SafeString:
    return _drawn(card, get_language())


@lru_cache(maxsize=KEPT)
def _drawn(card: PortraitCard, language: str) -> SafeString:
    return render_to_string("regiment/includes/place.html", {"card": card})


@register.simple_tag
def filter_options(choices: list[Choice]) -> SafeString:
    return _options(tuple(choices))


@lru_cache(maxsize=LISTS_KEPT)
def _options(choices: tuple[Choice, ...]) -> SafeString:
    chosen = SafeString(" selected")
    return format_html_join(
        "",
        '<option value="{}"{}>{} ({})</option>',
        (
            (choice.value, chosen if choice.is_chosen else "", choice.label, choice.count)
            for choice in choices
        ),
    )
