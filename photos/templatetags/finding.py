"""`{% facet_values %}`: the values of one facet as boxes to tick.

Written here and not as a template, since a page has seventy of them, and three hundred where a long
facet is opened: as a template they took a quarter of the page's time.
"""

from html import escape

from django import template
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from photos.selectors.search_pages import FacetChoices

register = template.Library()


@register.simple_tag
def facet_values(choices: FacetChoices) -> SafeString:
    """A label for each value: its box, its name in the reader's language, its count."""
    name = escape(choices.facet.name)
    return mark_safe(  # noqa: S308 - every value is escaped
        "".join(
            '<label class="filters__choice">'
            f'<input type="checkbox" form="finder" name="{name}" value="{escape(each.value)}"'
            f"{' checked' if each.is_chosen else ''}> <span>{conditional_escape(each.label)}</span>"
            f' <span class="filters__count">{_written(each.count)}</span></label>\n'
            for each in choices.values
        )
    )


def _written(count: int) -> str:
    """Small numbers look the same in every language, and to ask that costs the most of a line."""
    return str(count) if count < 1000 else localize(count)
