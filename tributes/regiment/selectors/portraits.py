"""The places on the wall: who stands there, under which name and with which portrait."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.urls import reverse

from commemoration.names.models.forms import NameForm
from commemoration.names.shown import readers_name
from photos.pictures import PublishedPicture, public_root, published_picture
from tributes.regiment.models.entries import RegimentEntry, RegimentPicture

COLUMNS = ("pk", "number", "birth", "death", "is_example")
OF_A_FORM = ("pk", "role", "script", "language", "surname", "given_name", "patronymic")
OF_A_PICTURE = ("uuid", "derivatives", "published_at", "public_limit")


@dataclass(frozen=True)
class PortraitCard:
    """One place on the wall. `birth` and `death` are EDTF."""

    url: str
    number: int
    name: str
    language: str
    birth: str
    death: str
    portrait: PublishedPicture | None
    is_example: bool


def portrait_cards(entries: QuerySet[RegimentEntry], language: str) -> list[PortraitCard]:
    """The cards of public entries, in their order. One query, whatever is shown of them."""
    forms = NameForm.objects.filter(person=OuterRef("named_person")).order_by("pk")
    pictures = RegimentPicture.objects.filter(
        entry=OuterRef("pk"), image__published_at__isnull=False
    ).order_by("sort_order")
    rows = entries.annotate(
        forms=ArraySubquery(forms.values(json=JSONObject(**{name: name for name in OF_A_FORM}))),
        portrait=Subquery(
            pictures.values(json=JSONObject(**{name: f"image__{name}" for name in OF_A_PICTURE}))[
                :1
            ]
        ),
    ).values_list(*COLUMNS, "forms", "portrait", named=True)
    # Asked once: to reverse each address takes a tenth of the time of a page.
    above = reverse("regiment:entry", args=[1]).removesuffix("1/")
    root = public_root()
    return [_card(row, language, above, root) for row in rows]


def _card(row, language: str, above: str, root: str) -> PortraitCard:
    name = readers_name([SimpleNamespace(**form) for form in row.forms], language)
    return PortraitCard(
        url=f"{above}{row.number}/",
        number=row.number,
        name=name.spoken,
        language=name.language,
        birth=row.birth,
        death=row.death,
        portrait=published_picture(SimpleNamespace(**row.portrait), root) if row.portrait else None,
        is_example=row.is_example,
    )
