"""How many medals and veterans there are, how many are listed, and what a reader can choose."""

from dataclasses import dataclass

from django.db.models import Count, Q

from tributes.veterans.enums import PRESENTED_STATES, AwardState, LifeStatus
from tributes.veterans.models.medals import Award
from tributes.veterans.models.veterans import Veteran


@dataclass(frozen=True)
class Counts:
    """Medals presented, of them to families, and still to be presented; veterans on record and
    listed, of whom so many may be living. Who is not listed is counted too, since a number names
    nobody."""

    presented: int
    to_families: int
    waiting: int
    veterans: int
    listed: int
    living: int

    @property
    def unlisted(self) -> int:
        return self.veterans - self.listed


def count_all() -> Counts:
    """Of the whole record. Two queries."""
    return Counts(**_awards(Award.objects.all()), **_veterans(Veteran.objects.all()))


def count_at(presentation_id: int) -> Counts:
    """Of one presentation. Two queries."""
    awards = Award.objects.filter(presentation=presentation_id)
    veterans = Veteran.objects.filter(pk__in=awards.values("veteran"))
    return Counts(**_awards(awards), **_veterans(veterans))


def _veterans(veterans) -> dict[str, int]:
    listed = Q(live=True, agrees=True)
    return veterans.with_agreement().aggregate(
        veterans=Count("pk"),
        listed=Count("pk", filter=listed),
        living=Count("pk", filter=listed & ~Q(life_status=LifeStatus.DIED)),
    )


def _awards(awards) -> dict[str, int]:
    return awards.aggregate(
        presented=Count("pk", filter=Q(state__in=PRESENTED_STATES)),
        to_families=Count("pk", filter=Q(state=AwardState.TO_FAMILY)),
        waiting=Count("pk", filter=Q(state=AwardState.TO_BE_PRESENTED)),
    )
