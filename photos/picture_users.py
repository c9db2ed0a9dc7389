"""Which records beside photographs show pictures to the public: each app registers its own."""

from collections.abc import Callable

from django.db.models import QuerySet

PublicPictures = Callable[[], QuerySet]

_users: list[PublicPictures] = []


def register_picture_user(public_pictures: PublicPictures) -> None:
    """`public_pictures` gives the ids of the pictures that public records of the app show."""
    _users.append(public_pictures)


def shown_elsewhere() -> list[QuerySet]:
    """The ids of pictures that somebody else than photographs shows, one query for each app."""
    return [public_pictures() for public_pictures in _users]
