"""`{% picture %}`: the one `<picture>` element of the site.

Written here and not as a template, since a list shows forty-eight of them: as a template they took
a third of the page's time.
"""

from html import escape

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from photos.pictures import BlurredPicture, PublishedPicture

register = template.Library()


@register.simple_tag
def picture(
    shown: PublishedPicture | None,
    alt,
    sizes: str,
    *,
    loading: str = "lazy",
    priority: bool = False,
) -> SafeString:
    """The picture in every format; where none is published, words that say so.

    `loading` is "lazy" or "eager", `priority` for the picture that a page is opened for.
    """
    if not shown:
        return format_html(
            '<p class="picture picture--empty">{}</p>', gettext("No picture is published")
        )
    sizes, loading = escape(sizes), escape(loading)
    formats = (("avif", shown.sources.avif), ("webp", shown.sources.webp))
    sources = "".join(
        f'<source type="image/{name}" srcset="{escape(srcset)}" sizes="{sizes}">'
        for name, srcset in formats
        if srcset
    )
    haste = ' fetchpriority="high"' if priority else ""
    return mark_safe(  # noqa: S308 - every value that is not a number is escaped
        f'<picture class="picture">{sources}<img class="picture__image" src="{escape(shown.src)}"'
        f' srcset="{escape(shown.sources.jpeg)}" sizes="{sizes}"'
        f' width="{shown.width:d}" height="{shown.height:d}" alt="{conditional_escape(alt)}"'
        f' loading="{loading}" decoding="async"'
        f"{haste}></picture>"
    )


@register.simple_tag
def blurred(shown: BlurredPicture | None) -> SafeString | str:
    """What stands for a picture under a warning; nothing is read aloud, since words lie upon it."""
    if not shown:
        return ""
    return format_html(
        '<img class="blurred" src="{}" width="{}" height="{}" alt="" loading="lazy"'
        ' decoding="async">',
        shown.src,
        shown.width,
        shown.height,
    )


@register.filter
def any_covered(cards) -> bool:
    """Whether a content warning covers one of these cards."""
    return any(card.warning for card in cards)
