"""What photographs lack: the one list of gaps for the filter of their list, the report, the counts.

A gap is known by a short name: a field of the record (`rights`, `place`, `date`), `alt_text` where
no language has one, or a field of the texts and a language (`caption-nl`).
"""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from photos.enums import TextLanguage
from photos.models.texts import PhotoText
from photos.querysets import PhotoQuerySet

TEXT_FIELDS = {
    "title": _("No text in"),
    "caption": _("No caption in"),
    "alt_text": _("No text for those who cannot see the picture in"),
}
OF_THE_RECORD: dict[str, Q] = {
    "rights": Q(rights=""),
    "place": Q(place_then="", place_now=""),
    "date": Q(date=""),
}
# In groups, as a choice field takes them.
GAPS = [
    ("rights", _("No rights statement")),
    ("place", _("No place")),
    ("date", _("No date")),
    ("alt_text", _("No text in any language for those who cannot see the picture")),
    *(
        (heading, [(f"{field}-{code}", name) for code, name in TextLanguage.choices])
        for field, heading in TEXT_FIELDS.items()
    ),
]


def gap_labels() -> dict[str, str]:
    """What each gap is called: “No caption in: Dutch”."""
    labels = {}
    for name, label in GAPS:
        if isinstance(label, list):
            labels |= {key: f"{name}: {language}" for key, language in label}
        else:
            labels[name] = str(label)
    return labels


def lacking(photos: PhotoQuerySet, gap: str) -> PhotoQuerySet:
    """Those of the photographs that have this gap, by what the records themselves say."""
    if gap in OF_THE_RECORD:
        return photos.filter(OF_THE_RECORD[gap])
    field, _dash, language = gap.partition("-")
    texts = PhotoText.objects.filter(photo=OuterRef("pk")).exclude(**{field: ""})
    if language:
        texts = texts.filter(language=language)
    return photos.filter(~Exists(texts))


def gap_counts(photos: PhotoQuerySet) -> dict[str, int]:
    """How many of the photographs have each gap, in the order of `GAPS`. Two queries."""
    photos = photos.order_by()
    # Names of their own, since those of the fields would be taken for the counts themselves.
    of_records = {f"no_{name}": Count("pk", filter=gap) for name, gap in OF_THE_RECORD.items()}
    found = photos.aggregate(total=Count("pk"), **of_records)
    texts = PhotoText.objects.order_by().filter(photo__in=photos.values("pk"))
    filled = texts.aggregate(
        has_alt_text=Count("photo", distinct=True, filter=~Q(alt_text="")),
        **_filled_in_each_language(),
    )
    return {
        name: found[f"no_{name}"]
        if name in OF_THE_RECORD
        else found["total"] - filled[f"has_{name}"]
        for name in gap_labels()
    }


def _filled_in_each_language() -> dict[str, Count]:
    return {
        f"has_{field}-{code}": Count("pk", filter=Q(language=code) & ~Q(**{field: ""}))
        for field in TEXT_FIELDS
        for code in TextLanguage.values
    }
