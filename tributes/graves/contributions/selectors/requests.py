"""Photographs that families have asked for and that nobody has sent yet."""

from django.db.models import Q, QuerySet

from tributes.graves.models.burials import Burial
from tributes.graves.models.contributions import PhotoRequest
from tributes.graves.models.sites import BurialSite


def open_requests(*sites: BurialSite) -> QuerySet[PhotoRequest]:
    """What is asked for at these sites, of a site itself (`burial` None) and of the public graves
    there (`site` None), the oldest first; `request.burial` has its `named_person` with its forms.
    Three queries at most."""
    here = Q(site__in=sites) | Q(burial__site__in=sites, burial__live=True)
    found = PhotoRequest.objects.filter(here, closed_at=None)
    return found.select_related("burial__named_person").prefetch_related(
        "burial__named_person__forms", "burial__texts"
    )


def all_open_requests() -> QuerySet[PhotoRequest]:
    """Everything that is asked for and not answered, the oldest first."""
    return PhotoRequest.objects.filter(closed_at=None).select_related("burial", "site")


def open_requests_of(record: Burial | BurialSite) -> QuerySet[PhotoRequest]:
    """What is asked for of this record itself, the oldest first."""
    about = {"burial": record} if isinstance(record, Burial) else {"site": record}
    return PhotoRequest.objects.filter(closed_at=None, **about)
