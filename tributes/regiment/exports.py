"""The published entries as a list for programs: what pages show, and nothing of the senders but the
first name and town that they want to be read."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe

from commemoration.names.shown import listed_form, readers_name
from photos.importers.plain_cells import csv_lines
from tributes.regiment.models.entries import ErasedNumber, RegimentEntry

CACHE_CONTROL = "public, max-age=3600"
BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Cyrillic for something else
AT_ONCE = 500
COLUMNS = (
    *("number", "url", "status", "modified", "name", "name_ru", "other_names", "birth", "death"),
    *("birthplace", "called_up_from", "rank", "unit", "decorations", "fate"),
    *("belgian_link", "belgium"),
    *("story_language", "story", "told_by", "family_town", "is_example"),
)


@require_safe
def entries_csv(request: HttpRequest) -> HttpResponseBase:
    """Every public entry, and a line for each that no longer is."""
    lines = csv_lines(COLUMNS, public_entries(request.build_absolute_uri("/")))
    return StreamingHttpResponse(
        _with_mark(lines),
        headers={
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'inline; filename="regiment.csv"',
            "Cache-Control": CACHE_CONTROL,
        },
    )


def public_entries(site: str) -> Iterator[dict]:
    """By number; of those that are gone, the number and the state. `site` is the root's address.

    Three queries for each 500.
    """
    shown = (RegimentEntry.objects.published() | RegimentEntry.objects.gone()).order_by("number")
    shown = shown.select_related("named_person").prefetch_related("named_person__forms")
    last = 0
    while part := list(shown.filter(number__gt=last)[:AT_ONCE]):
        last = part[-1].number
        for entry in part:
            yield _cells(entry, site)
    for number in ErasedNumber.objects.order_by("number").values_list("number", flat=True):
        yield {"number": number, "url": _address(site, number), "status": "withdrawn"}


def _cells(entry: RegimentEntry, site: str) -> dict:
    about = {
        "number": entry.number,
        "url": _address(site, entry.number),
        "status": "published" if entry.live else "withdrawn",
        "modified": entry.modified_at.isoformat(timespec="seconds"),
    }
    if not entry.live:
        return about
    forms = list(entry.named_person.forms.all())
    names = {"name": readers_name(forms, "en").listed, "name_ru": readers_name(forms, "ru").listed}
    others = [listed_form(form) for form in forms if listed_form(form) not in names.values()]
    told = ("birth", "death", "birthplace", "called_up_from", "rank", "unit", "fate")
    told += ("belgian_link", "belgium")
    return {
        **about,
        **names,
        **{name: getattr(entry, name) for name in told},
        "other_names": "; ".join(others),
        "decorations": "; ".join(entry.decorations),
        "story_language": entry.language,
        "story": entry.story,
        "told_by": entry.sender_name,
        "family_town": entry.sender_town,
        "is_example": "yes" if entry.is_example else "",
    }


def _address(site: str, number: int) -> str:
    return f"{site}regiment/{number}/"


def _with_mark(lines: Iterator[str]) -> Iterator[str]:
    yield BYTE_ORDER_MARK
    yield from lines
