"""What was told of a record, read with the record itself: as annotations, without a query more."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Expression, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from tributes.graves.models.contributions import Contribution, ContributionPicture, PhotoRequest

MOST_SHOWN = 50
_COLUMNS = ("pk", "kind", "part", "relation", "text", "source", "language", "accepted_at")
_SENDER = ("sender_name", "sender_town")
_IMAGE = ("uuid", "derivatives", "published_at", "public_limit")


def told_about(record: str) -> dict[str, Expression]:
    """What a page asks of the record of the outer query (`record` is "burial" or "site"), by the
    name of the annotation: in `told` the newest MOST_SHOWN that are public, each a dict of its
    columns with its `pictures`, each a dict again; in `told_total` how many there are; in `waiting`
    how many open requests for a photograph."""
    told = Contribution.objects.filter(is_public=True, **{record: OuterRef("pk")})
    waiting = PhotoRequest.objects.filter(closed_at=None, **{record: OuterRef("pk")})
    columns = {name: name for name in (*_COLUMNS, *_SENDER)}
    json = JSONObject(**columns, pictures=_pictures())
    newest = told.order_by("-accepted_at", "-pk").values(json=json)[:MOST_SHOWN]
    return {
        "told": ArraySubquery(newest),
        "told_total": _number_of(told, record),
        "waiting": _number_of(waiting, record),
    }


def _number_of(rows: QuerySet, record: str) -> Coalesce:
    counted = rows.order_by().values(record).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _pictures() -> ArraySubquery:
    pictures = ContributionPicture.objects.filter(contribution=OuterRef("pk"))
    columns = {name: f"image__{name}" for name in _IMAGE} | {"caption": "caption"}
    return ArraySubquery(pictures.order_by("sort_order").values(json=JSONObject(**columns)))
