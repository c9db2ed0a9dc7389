from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

EDITORS_MAY = ("change", "view")


class RegimentConfig(AppConfig):
    name = "tributes.regiment"
    label = "regiment"

    def ready(self):
        from commemoration.core.accounts.groups import CENTRE_EDITORS, register_group_permissions
        from commemoration.core.enums import Section
        from commemoration.names.kinds import PersonKind, register_kind
        from commemoration.submissions.pages import pages_of
        from commemoration.submissions.registration import register_kind_and_consent
        from photos.picture_users import register_picture_user
        from tributes.regiment.enums import PERSON_KIND
        from tributes.regiment.invariants import register_regiment_invariants
        from tributes.regiment.kind import regiment_kind
        from tributes.regiment.own_data import register_entries
        from tributes.regiment.selectors.cards import edit_urls, person_cards
        from tributes.regiment.selectors.pictures import public_pictures
        from tributes.regiment.services.people import note_names_changed

        register_group_permissions(
            (CENTRE_EDITORS,),
            (
                *(f"regiment.{may}_regimententry" for may in EDITORS_MAY),
                *(f"core.{may}_consenttext" for may in ("add", "change", "view")),
            ),
        )
        register_kind_and_consent(regiment_kind())
        pages_of(Section.CENTRE, "regiment")
        register_kind(
            PersonKind(
                slug=PERSON_KIND,
                title=_("The Immortal Regiment"),
                cards=person_cards,
                edit_urls=edit_urls,
                change_permission="regiment.change_regimententry",
                names_changed=note_names_changed,
                covers=_("People whose families have sent a portrait and a story."),
            )
        )
        register_picture_user(public_pictures)
        register_regiment_invariants()
        register_entries()
