"""What the page gives the script of the map: addresses, words with their plurals, the filters."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from commemoration.settings.maps import MapGround
from tributes.graves.selectors.asked import AskedSites

# Numbers that stand for the categories of plurals in the four languages (CLDR).
SAMPLES = {"one": 1, "few": 2, "many": 5, "other": 100}


def map_frame(asked: AskedSites, ground: MapGround) -> dict:
    """Options of static/js/map_opener.js, for a JSON block of the page."""
    question = f"?{asked.address}" if asked.address else ""
    return {
        "language": get_language(),
        "points": reverse("graves:map_points") + question,
        "facts": reverse("graves:map_facts") + question,
        "max_zoom": ground.leaflet_config["MAX_ZOOM"],
        "outline": static("core/belgium.json") if ground.is_outline else "",
        "archive": _archive(ground),
        "viewer": static("dist/map_viewer.js"),
        "worker": static("dist/map_worker.js"),
        "style": static("leaflet/leaflet.css"),
        "scripts": [static("leaflet/leaflet.js"), static("leaflet/leaflet.extras.js")],
        "words": _words(),
    }


def _archive(ground: MapGround) -> dict | None:
    """A file of tiles, and the script that reads it."""
    if ground.tiles or not ground.archive:
        return None
    return {
        "url": ground.archive,
        "attribution": ground.credit,
        "script": static("dist/map_archive.js"),
    }


def _words() -> dict:
    return {
        "cluster": _plurals(
            lambda n: ngettext(
                "%(count)s burial site near %(place)s, zoom in",
                "%(count)s burial sites near %(place)s, zoom in",
                n,
            )
        ),
        "people": _plurals(lambda n: ngettext("%(count)s person", "%(count)s people", n)),
        "shared": _plurals(
            lambda n: ngettext(
                "%(count)s place shares this point: the marks stand beside it.",
                "%(count)s places share this point: the marks stand around it.",
                n,
            )
        ),
        "placed": _plurals(
            lambda n: ngettext(
                "%(count)s place is on the map.", "%(count)s places are on the map.", n
            )
        ),
        "unplaced": _plurals(
            lambda n: ngettext(
                "%(count)s place has no known position and is in the list only.",
                "%(count)s places have no known position and are in the list only.",
                n,
            )
        ),
        "protected": _("protected"),
        "close": _("Close"),
        "waiting": _("The map is being fetched."),
        "failed": _(
            "The map could not be fetched. The list below has everything; try again later."
        ),
        "facts_failed": _("This could not be fetched. Try again, or look in the list below."),
    }


def _plurals(words) -> dict[str, str]:
    """The forms by category; `%(name)s` stays for the script to fill."""
    return {category: words(number) for category, number in SAMPLES.items()}
