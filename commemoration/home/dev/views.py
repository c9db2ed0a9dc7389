"""Every component of the site in every state, on one page; only where DEVELOPMENT_PAGES is on."""

from datetime import time
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from commemoration.core.languages.addresses import in_every_language
from commemoration.core.languages.names import OWN_NAMES
from commemoration.core.ribbons.drawing import ribbon_of
from commemoration.home.dev.forms import refused_form, untouched_form
from commemoration.home.dev.samples import sample
from commemoration.home.frame import LanguageLink, Link, MissingTranslation, SiteFrame
from photos.enums import ContentWarning, RightsStatement
from photos.pictures import BlurredPicture, PictureSources, PublishedPicture
from photos.selectors.listings import ListingTotals


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    words = sample(get_language())
    request.site_frame = _frame(request, words)
    pages = Paginator(range(60 * 48), 48)
    refused = refused_form(words)
    context = {
        "words": words,
        "landscape": _picture("specimen-landscape.svg", 1200, 800),
        "portrait": _picture("specimen-portrait.svg", 600, 800),
        "untouched": untouched_form(words),
        "refused": refused,
        "first_page": _numbers(pages, 1),
        "middle_page": _numbers(pages, 27),
        "covered": ContentWarning.DEATH,
        "covered_card": {
            "warning": ContentWarning.DEATH,
            "blurred": _blurred("specimen-landscape.svg", 1200, 800),
            "picture": None,
            "alt": "",
        },
        "rights": RightsStatement.CC_BY_4,
        "totals": ListingTotals(published=141, in_preparation=12, withdrawn=3),
        "no_totals": ListingTotals(),
        "hours": {"rows": _opening_hours(words["days"]), "remark": words["remark"]},
        "ribbon": ribbon_of(
            [("#333333", Decimal(9)), ("#999999", Decimal(6)), ("#333333", Decimal(9))]
        ),
        "missing": MissingTranslation(url="#", language="nl", name=OWN_NAMES["nl"]),
    }
    return render(request, "dev/components.html", context)


def _blurred(name: str, width: int, height: int) -> BlurredPicture:
    return BlurredPicture(src=static(f"dev/{name}"), width=width, height=height)


def _opening_hours(days: list[str]) -> list[dict]:
    morning, afternoon = (time(9, 30), time(12, 30)), (time(14), time(17))
    return [
        {"days": days[0], "times": [morning, afternoon]},
        {"days": days[1], "times": [morning]},
    ]


def _numbers(pages: Paginator, number: int) -> dict:
    return {
        "page": pages.page(number),
        "numbers": list(pages.get_elided_page_range(number, on_each_side=1, on_ends=1)),
    }


def _frame(request: HttpRequest, words: dict) -> SiteFrame:
    here = reverse("components")
    addresses = in_every_language(request)
    return SiteFrame(
        home_url=here,
        site_name=words["site_name"],
        menu=[Link(title, "#", is_current=n == 2) for n, title in enumerate(words["menu"])],
        languages=[
            LanguageLink(
                code=code,
                name=name,
                url=addresses[code],
                is_current=code == get_language(),
                is_missing=code == "nl",
            )
            for code, name in OWN_NAMES.items()
        ],
        breadcrumbs=[
            *(Link(title, "#") for title in words["breadcrumbs"]),
            Link(words["crumb"], here, is_current=True),
        ],
        footer_links=[Link(title, "#") for title in words["footer"]],
        accent="embassy",
    )


def _picture(name: str, width: int, height: int) -> PublishedPicture:
    address = static(f"dev/{name}")
    return PublishedPicture(
        uuid=UUID(int=0),
        width=width,
        height=height,
        sources=PictureSources(avif="", webp="", jpeg=f"{address} {width}w"),
        src=address,
        largest=address,
    )
