"""What a report is about, as the key that a submission keeps: a caretaker and a site."""

from tributes.graves.models.caretakers import Caretaker, CaretakerSite


def about_place(caretaker: Caretaker, site_id: int) -> str:
    return f"{caretaker.handle}/{site_id}"


def place_of(about: str) -> CaretakerSite | None:
    """The place that `about_place` has named, with its caretaker and its site; None for anything
    else, and when somebody else looks after the site by now. One query."""
    handle, _slash, number = about.partition("/")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    places = CaretakerSite.objects.select_related("caretaker__organisation", "site")
    return places.filter(caretaker__handle=handle, site_id=int(number)).first()
