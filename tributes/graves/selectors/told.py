"""What was told of a record, read with the record itself: as annotations, without a query more."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from tributes.graves.models.contributions import Contribution, ContributionPicture, PhotoRequest

MOST_SHOWN = 50
_COLUMNS = ("pk", "kind", "part", "relation", "text", "source", "language", "accepted_at")
_SENDER = ("sender_name", "sender_town")
_IMAGE = ("uuid", "derivatives", "published_at", "public_limit")


def told_rows(record: str) -> ArraySubquery:
    """What is public of the record of the outer query (`record` is "burial" or "site"), the newest
    first, each a dict of its columns, with its `pictures`, each a dict again."""
    rows = Contribution.objects.filter(is_public=True, **{record: OuterRef("pk")})
    columns = {name: name for name in (*_COLUMNS, *_SENDER)}
    json = JSONObject(**columns, pictures=_pictures())
    return ArraySubquery(rows.order_by("-accepted_at", "-pk").values(json=json)[:MOST_SHOWN])


def waiting_families(record: str) -> Coalesce:
    """How many open requests for a photograph there are of the record of the outer query."""
    requests = PhotoRequest.objects.filter(closed_at=None, **{record: OuterRef("pk")})
    counted = requests.order_by().values(record).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _pictures() -> ArraySubquery:
    pictures = ContributionPicture.objects.filter(contribution=OuterRef("pk"))
    columns = {name: f"image__{name}" for name in _IMAGE} | {"caption": "caption"}
    return ArraySubquery(pictures.order_by("sort_order").values(json=JSONObject(**columns)))
