"""The people shown in photographs, as a list of the index of names."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse
from django.utils.translation import ngettext

from commemoration.names.kinds import PersonCard
from photos.models.people import PersonShown

_PUBLIC_NAMES = """
SELECT name, count(*) FROM photos_photo photo, unnest(photo.people) AS name
WHERE photo.live AND photo.withdrawn_at IS NULL AND name <> '' {of_names}
GROUP BY name
"""


def public_names(names: Iterable[str] | None = None) -> dict[str, int]:
    """How many published photographs show each person, or each of `names`. One query."""
    of_names = "AND photo.people && %(names)s::varchar[] AND name = ANY(%(names)s)"
    statement = _PUBLIC_NAMES.format(of_names="" if names is None else of_names)
    with connection.cursor() as cursor:
        cursor.execute(statement, {"names": None if names is None else list(names)})
        return dict(cursor.fetchall())


def cards_of_people(numbers: Iterable[int]) -> dict[int, PersonCard]:
    """The cards of those whom a published photograph still shows. Two queries."""
    names = dict(
        PersonShown.objects.filter(named_person__in=numbers).values_list("named_person", "name")
    )
    counts = public_names(names.values()) if names else {}
    return {
        number: PersonCard(url=_search_for(name), place=_photographs(counts[name]))
        for number, name in names.items()
        if name in counts
    }


def _search_for(name: str) -> str:
    return f"{reverse('photos:search')}?{urlencode({'person': name})}"


def _photographs(number: int) -> str:
    text = ngettext("%(number)s photograph", "%(number)s photographs", number)
    return text % {"number": number}
