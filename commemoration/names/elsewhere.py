"""Where else to ask for a person whom no list of this site has."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class OtherSearch:
    """Another institution's search. `name` is its own, in `language` ("" for any)."""

    name: str
    url: str
    holds: str | Promise
    language: str = ""


OTHER_SEARCHES = (
    OtherSearch(
        "OBD Memorial",
        "https://obd-memorial.ru/",
        _("losses of the Soviet forces, with the documents (Ministry of Defence of Russia)."),
    ),
    OtherSearch(
        "Память народа",
        "https://pamyat-naroda.ru/",
        _("awards, units and burials of the Great Patriotic War."),
        language="ru",
    ),
    OtherSearch(
        "Belgian War Dead Register",
        "https://www.wardeadregister.be/",
        _("Belgian soldiers and members of the Resistance who died, with their graves."),
        language="en",
    ),
    OtherSearch(
        "Arolsen Archives",
        "https://arolsen-archives.org/",
        _("prisoners, forced labourers and displaced persons; they also trace the missing."),
    ),
)
