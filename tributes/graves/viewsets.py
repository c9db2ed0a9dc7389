"""The screens on which staff look after burial sites, the buried, and ceremonies."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from commemoration.core.publication.viewsets import RecordViewSet
from commemoration.names.panels import NamesPanel, new_name_panel
from commemoration.names.viewsets.records import PersonRecordViewSet
from tributes.graves.caretakers.viewsets import CaretakerViewSet
from tributes.graves.forms.records import BurialForm, BurialSiteForm
from tributes.graves.models import Burial, BurialSite, Ceremony
from tributes.graves.services.burials import publish_burial, withdraw_burial
from tributes.graves.services.ceremonies import publish_ceremony, withdraw_ceremony
from tributes.graves.services.people import settle_person
from tributes.graves.services.sites import publish_site, withdraw_site

PHOTOS = InlinePanel(
    "photos", heading=_("Photographs"), label=_("Photograph"), panels=[FieldPanel("photo")]
)


class BurialSiteViewSet(RecordViewSet):
    model = BurialSite
    icon = "site"
    menu_label = _("Burial sites")
    add_label = _("Add a burial site")
    list_display = [
        "__str__",
        Column("place_and_commune", label=_("Place")),
        "province",
        "kind",
        Column("state", label=_("State")),
    ]
    list_filter = ["province", "kind", "live"]
    search_fields = ["slug", "place", "commune", "texts__name"]
    publish_record = staticmethod(publish_site)
    withdraw_record = staticmethod(withdraw_site)

    edit_handler = ObjectList(
        [
            InlinePanel(
                "texts",
                heading=_("Words in each language"),
                label=_("Language"),
                min_num=1,
                panels=[
                    FieldPanel("language"),
                    FieldPanel("name"),
                    FieldPanel("description"),
                    FieldPanel("inscription"),
                    FieldPanel("way_there"),
                    FieldPanel("opening_hours"),
                ],
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("slug"), FieldPanel("kind")]),
                    FieldRowPanel(
                        [FieldPanel("place"), FieldPanel("commune"), FieldPanel("province")]
                    ),
                    FieldRowPanel(
                        [FieldPanel("latitude"), FieldPanel("longitude"), FieldPanel("precision")]
                    ),
                    FieldRowPanel([FieldPanel("gate_latitude"), FieldPanel("gate_longitude")]),
                ],
                heading=_("Place"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("caretaker"),
                    FieldRowPanel(
                        [FieldPanel("protected_status"), FieldPanel("protected_reference")]
                    ),
                    FieldRowPanel([FieldPanel("graves_total"), FieldPanel("unknown_total")]),
                    FieldRowPanel([FieldPanel("located_year"), FieldPanel("restored_years")]),
                    FieldPanel("source"),
                ],
                heading=_("Facts"),
            ),
            InlinePanel(
                "conditions",
                heading=_("Visits: in which state it was seen"),
                label=_("Visit"),
                panels=[
                    FieldRowPanel([FieldPanel("visited"), FieldPanel("state")]),
                    FieldRowPanel([FieldPanel("restored_by"), FieldPanel("photo")]),
                    FieldPanel("note"),
                ],
            ),
            PHOTOS,
        ],
        base_form_class=BurialSiteForm,
    )

    def get_queryset(self, request):
        return BurialSite.objects.prefetch_related("texts").distinct()


class BurialViewSet(PersonRecordViewSet):
    model = Burial
    icon = "user"
    menu_label = _("People buried")
    add_label = _("Add a person who is buried")
    list_display = [
        "key",
        "number",
        Column("site", label=_("Burial site"), sort_key="site__slug"),
        "role",
        Column("state", label=_("State")),
    ]
    list_filter = ["kind", "role", "live", "site__province"]
    search_fields = ["key", "named_person__forms__surname", "named_person__forms__given_name"]
    settle_person = staticmethod(settle_person)
    publish_record = staticmethod(publish_burial)
    withdraw_record = staticmethod(withdraw_burial)

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("key"), FieldPanel("site")]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("people_count")]),
                    FieldRowPanel([FieldPanel("grave_reference"), FieldPanel("inscribed_basis")]),
                ],
                heading=_("Who and where"),
            ),
            NamesPanel(heading=_("Forms of the name")),
            new_name_panel(FieldPanel("russian_confidence")),
            MultiFieldPanel(
                [
                    FieldPanel("birth"),
                    FieldRowPanel([FieldPanel("birth_place"), FieldPanel("birth_country_now")]),
                    FieldPanel("residence"),
                    FieldRowPanel([FieldPanel("death"), FieldPanel("age_at_death")]),
                    FieldRowPanel([FieldPanel("death_place"), FieldPanel("cause")]),
                ],
                heading=_("Birth and death"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("nationality"), FieldPanel("role")]),
                    FieldPanel("movement"),
                    FieldRowPanel([FieldPanel("camp"), FieldPanel("prisoner_number")]),
                ],
                heading=_("In the war"),
            ),
            InlinePanel(
                "texts",
                heading=_("Words in each language"),
                label=_("Language"),
                panels=[
                    FieldPanel("language"),
                    FieldRowPanel([FieldPanel("rank"), FieldPanel("occupation")]),
                    FieldPanel("note"),
                    FieldPanel("conflict"),
                ],
            ),
            InlinePanel(
                "sources",
                heading=_("Sources"),
                label=_("Source"),
                panels=[
                    FieldRowPanel([FieldPanel("subject"), FieldPanel("text"), FieldPanel("url")])
                ],
            ),
            InlinePanel(
                "identifiers",
                heading=_("Numbers elsewhere"),
                label=_("Number"),
                panels=[
                    FieldRowPanel([FieldPanel("scheme"), FieldPanel("value"), FieldPanel("url")])
                ],
            ),
            PHOTOS,
        ],
        base_form_class=BurialForm,
    )

    def get_queryset(self, request):
        return Burial.objects.select_related("site").prefetch_related("site__texts").distinct()


class CeremonyViewSet(RecordViewSet):
    model = Ceremony
    icon = "calendar-alt"
    menu_label = _("Ceremonies")
    add_label = _("Add a ceremony")
    has_address = False
    list_display = [
        Column("site", label=_("Burial site"), sort_key="site__slug"),
        Column("date_in_words", label=_("Date"), sort_key="date_latest"),
        Column("state", label=_("State")),
    ]
    list_filter = ["site__province", "live"]
    search_fields = ["site__slug", "site__commune", "texts__title"]
    publish_record = staticmethod(publish_ceremony)
    withdraw_record = staticmethod(withdraw_ceremony)

    edit_handler = ObjectList(
        [
            FieldPanel("site"),
            FieldPanel("date"),
            FieldRowPanel([FieldPanel("organiser"), FieldPanel("organiser_name")]),
            InlinePanel(
                "texts",
                heading=_("Words in each language"),
                label=_("Language"),
                min_num=1,
                panels=[FieldPanel("language"), FieldPanel("title"), FieldPanel("description")],
            ),
            FieldPanel("source"),
            PHOTOS,
        ]
    )

    def get_queryset(self, request):
        return Ceremony.objects.select_related("site").prefetch_related("site__texts").distinct()


class GravesViewSetGroup(SnippetViewSetGroup):
    items = (BurialSiteViewSet, BurialViewSet, CeremonyViewSet, CaretakerViewSet)
    menu_label = _("Graves")
    menu_icon = "site"
    menu_order = 260
