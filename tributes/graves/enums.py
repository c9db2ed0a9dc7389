"""The fixed words of burial sites and of the people who lie there."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

PERSON_KIND = "buried"
"""What the index of names calls the list of those who are buried."""


class SiteKind(models.TextChoices):
    COMMUNAL_CEMETERY = "communal_cemetery", _("Communal cemetery")
    WAR_CEMETERY = "war_cemetery", _("War cemetery")
    CHURCHYARD = "churchyard", _("Churchyard")
    MEMORIAL = "memorial", _("Memorial")
    MEMORIAL_SIGN = "memorial_sign", _("Memorial sign")
    EXECUTION_SITE = "execution_site", _("Place of execution")
    OTHER = "other", _("Other place")


class Province(models.TextChoices):
    ANTWERP = "antwerp", _("Province of Antwerp")
    BRUSSELS = "brussels", _("Brussels-Capital Region")
    EAST_FLANDERS = "east_flanders", _("East Flanders")
    FLEMISH_BRABANT = "flemish_brabant", _("Flemish Brabant")
    HAINAUT = "hainaut", _("Hainaut")
    LIEGE = "liege", _("Province of Liège")
    LIMBURG = "limburg", _("Limburg")
    LUXEMBOURG = "luxembourg", _("Province of Luxembourg")
    NAMUR = "namur", _("Province of Namur")
    WALLOON_BRABANT = "walloon_brabant", _("Walloon Brabant")
    WEST_FLANDERS = "west_flanders", _("West Flanders")


# As lists in French write them, and exports with them.
PROVINCES_IN_FRENCH = {
    Province.ANTWERP: "Anvers",
    Province.BRUSSELS: "Bruxelles",
    Province.EAST_FLANDERS: "Flandre orientale",
    Province.FLEMISH_BRABANT: "Brabant flamand",
    Province.HAINAUT: "Hainaut",
    Province.LIEGE: "Liège",
    Province.LIMBURG: "Limbourg",
    Province.LUXEMBOURG: "Luxembourg",
    Province.NAMUR: "Namur",
    Province.WALLOON_BRABANT: "Brabant wallon",
    Province.WEST_FLANDERS: "Flandre occidentale",
}


class PositionPrecision(models.TextChoices):
    """What the two numbers of a position stand for."""

    GRAVE = "grave", _("the grave itself")
    PLOT = "plot", _("the plot")
    GATE = "gate", _("the gate")
    VILLAGE = "village", _("the centre of the village, not the grave")
    COMMUNE = "commune", _("the centre of the commune, not the grave")


PLACE_CENTRES = (PositionPrecision.VILLAGE, PositionPrecision.COMMUNE)
"""Positions that several sites may share, and that are never to be drawn as exact."""


class SiteState(models.TextChoices):
    """What somebody saw who was there."""

    GOOD = "good", pgettext_lazy("grave", "well kept")
    FAIR = "fair", pgettext_lazy("grave", "needs care")
    POOR = "poor", pgettext_lazy("grave", "in bad repair")
    LOST = "lost", pgettext_lazy("grave", "no longer there")


class BurialKind(models.TextChoices):
    PERSON = "person", _("a person with a name")
    UNKNOWN = "unknown", _("an unknown person")
    COUNT = "count", _("a number of unknown people")


class Role(models.TextChoices):
    OFFICER = "officer", _("officer")
    SOLDIER = "soldier", _("soldier")
    PARTISAN = "partisan", _("partisan")
    RESISTANCE_MEMBER = "resistance_member", _("member of a resistance movement")
    PRISONER_OF_WAR = "prisoner_of_war", _("prisoner of war")
    FORCED_LABOURER = "forced_labourer", _("forced labourer")
    CIVILIAN = "civilian", _("civilian")
    UNKNOWN = "unknown", pgettext_lazy("role", "not known")


UNKNOWN_PEOPLE = {
    Role.OFFICER: _("Unknown officer"),
    Role.SOLDIER: _("Unknown soldier"),
    Role.PARTISAN: _("Unknown partisan"),
    Role.RESISTANCE_MEMBER: _("Unknown member of a resistance movement"),
    Role.PRISONER_OF_WAR: _("Unknown prisoner of war"),
    Role.FORCED_LABOURER: _("Unknown forced labourer"),
    Role.CIVILIAN: _("Unknown civilian"),
    Role.UNKNOWN: _("Unknown person"),
}
"""What somebody is called whose name is not known."""


class Nationality(models.TextChoices):
    """Citizenship at the time; Soviet is not the same as Russian."""

    SOVIET = "soviet", pgettext_lazy("citizenship", "Soviet")
    BELGIAN = "belgian", pgettext_lazy("citizenship", "Belgian")
    FRENCH = "french", pgettext_lazy("citizenship", "French")
    POLISH = "polish", pgettext_lazy("citizenship", "Polish")
    BRITISH = "british", pgettext_lazy("citizenship", "British")
    AMERICAN = "american", pgettext_lazy("citizenship", "American")
    STATELESS = "stateless", pgettext_lazy("citizenship", "stateless, as most émigrés were")
    OTHER = "other", pgettext_lazy("citizenship", "another")


class Country(models.TextChoices):
    """The country of today in which a place of birth lies (ISO 3166-1)."""

    ARMENIA = "AM", _("Armenia")
    AZERBAIJAN = "AZ", _("Azerbaijan")
    BELARUS = "BY", _("Belarus")
    BELGIUM = "BE", _("Belgium")
    ESTONIA = "EE", _("Estonia")
    GEORGIA = "GE", _("Georgia")
    GERMANY = "DE", _("Germany")
    KAZAKHSTAN = "KZ", _("Kazakhstan")
    KYRGYZSTAN = "KG", _("Kyrgyzstan")
    LATVIA = "LV", _("Latvia")
    LITHUANIA = "LT", _("Lithuania")
    MOLDOVA = "MD", _("Moldova")
    POLAND = "PL", _("Poland")
    RUSSIA = "RU", _("Russia")
    TAJIKISTAN = "TJ", _("Tajikistan")
    TURKMENISTAN = "TM", _("Turkmenistan")
    UKRAINE = "UA", _("Ukraine")
    UZBEKISTAN = "UZ", _("Uzbekistan")
    OTHER = "ZZ", _("another country")


class Cause(models.TextChoices):
    """Of death, as far as a source says it."""

    FIGHTING = "fighting", _("killed in fighting")
    WOUNDS = "wounds", _("died of wounds")
    SHOT = "shot", _("shot by the occupier")
    ILL_TREATMENT = "ill_treatment", _("died of ill-treatment")
    ILLNESS = "illness", _("died of illness")
    ACCIDENT = "accident", _("died by accident")


class InscribedBasis(models.TextChoices):
    """How it is known what stands on the stone."""

    QUOTED = "quoted_in_article", _("The source quotes the stone.")
    PAIRED = "paired_form", _("The source gives two forms of the name.")
    ON_STONES = "article_says_names_on_stone", _("The source says that the stones bear names.")
    NONE = "none", _("The source does not say what stands on the stone.")


class Confidence(models.TextChoices):
    """How sure the Russian spelling is, which was made from the Latin one."""

    SURE = "sure", _("by transliteration; no Russian record seen")
    LIKELY = "likely", _("likely; by transliteration, no Russian record seen")


class IdentifierScheme(models.TextChoices):
    OBD = "obd", _("OBD Memorial")
    WAR_DEAD_REGISTER = "war_dead_register", _("Belgian War Dead Register")
    RESISTANCE = "resistance_in_belgium", _("Resistance in Belgium")
    CWGC = "cwgc", _("Commonwealth War Graves Commission")
    WIKIDATA = "wikidata", _("Wikidata")


class SourceSubject(models.TextChoices):
    """What of a record a source speaks of."""

    RECORD = "record", _("the whole record")
    STONE = "stone", _("the stone")
    NAME = "name", _("the name")
    BIRTH = "birth", _("birth")
    DEATH = "death", _("death")
    ROLE = "role", _("rank and role")
    CAMP = "camp", _("camp and prisoner number")
    GRAVE = "grave", _("the grave")


class BurialSlip(models.TextChoices):
    """What may be a slip in the record of a burial, beside what may be one in any record."""

    STONE = "stone_date", _("the stone has another date than the file")
    AGE = "age", _("the age does not follow from the dates")
    EARLY = "early_death", _("a death before the war came to the country")


class Told(models.TextChoices):
    """What visitors send about a record: the kinds of submission, as they stand in addresses, and
    the purposes under which the consents of senders are kept."""

    CORRECTION = "grave-correction", _("Correct something about a grave")
    PHOTO = "grave-photo", _("Send a photograph of a grave")
    REQUEST = "grave-photo-request", _("Ask for a photograph of a grave")
    RELATIVE = "grave-relative", _("Tell us of a relative")
    RECOGNISED = "grave-recognised", _("Recognise an unknown grave")


SHOWN_KINDS = (Told.CORRECTION, Told.PHOTO, Told.RELATIVE, Told.RECOGNISED)
"""What stands on the page once it is accepted; a request does not."""


class ToldScope(models.TextChoices):
    """What a sender agrees to."""

    KEPT = "kept", _("Staff may keep this with the record and write to me about it.")
    PAGE = "page", _("What I write and my pictures are shown on the page of the record.")
    SENDER = "sender", _("My first name and my town stand beside it.")


class DoubtedPart(models.TextChoices):
    """What of a record a visitor says is wrong."""

    NAME = "name", pgettext_lazy("correction", "the name or its spelling")
    BIRTH = "birth", pgettext_lazy("correction", "birth: date or place")
    DEATH = "death", pgettext_lazy("correction", "death: date, place or cause")
    SERVICE = "service", pgettext_lazy("correction", "rank, unit, camp or movement")
    GRAVE = "grave", pgettext_lazy("correction", "the grave, or the way to it")
    OTHER = "other", pgettext_lazy("correction", "something else")


class Kinship(models.TextChoices):
    """What the sender is to the person who is buried."""

    CHILD = "child", pgettext_lazy("relative", "son or daughter")
    GRANDCHILD = "grandchild", pgettext_lazy("relative", "grandchild")
    GREAT_GRANDCHILD = "great_grandchild", pgettext_lazy("relative", "great-grandchild")
    NEPHEW = "nephew", pgettext_lazy("relative", "nephew or niece")
    RELATIVE = "relative", pgettext_lazy("relative", "another relative")


class RequestEnd(models.TextChoices):
    """How a request for a photograph came to its end."""

    ARRIVED = "arrived", pgettext_lazy("photo request", "a photograph has arrived")
    IMPOSSIBLE = "impossible", pgettext_lazy("photo request", "no photograph can be taken")
    TAKEN_BACK = "taken_back", pgettext_lazy("photo request", "taken back by the family")


class AccessState(models.TextChoices):
    """Whether the link of a caretaker opens anything."""

    NONE = "none", pgettext_lazy("link", "not sent yet")
    HOLDS = "holds", pgettext_lazy("link", "holds")
    ENDED = "ended", pgettext_lazy("link", "its time is over")
    REVOKED = "revoked", pgettext_lazy("link", "revoked")
