from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

EDITORS_MAY = {
    "photo": ("add", "change", "delete", "publish", "view"),
    "collection": ("add", "change", "view"),
}


class PhotosConfig(AppConfig):
    name = "photos"
    label = "photos"

    def ready(self):
        from commemoration.core.accounts.groups import SECTION_EDITORS, register_group_permissions
        from commemoration.core.imports import register_importer
        from commemoration.core.runtime.periodic import register_periodic
        from commemoration.names.kinds import PersonKind, register_kind
        from commemoration.submissions.pages import register_pages
        from photos import receivers, signals  # noqa: F401
        from photos.bulk_edits.editor import BulkEditor
        from photos.importers import PhotoImporter
        from photos.invariants import register_photo_invariants
        from photos.own_data import register_archive_data
        from photos.selectors.people_shown import cards_of_people
        from photos.selectors.records import section_of_photo_at
        from photos.services.error_reports import erase_old_addresses
        from photos.services.people_shown import KIND, refresh_people_shown
        from photos.services.picture_checks import heal_pictures
        from photos.services.tiles import resume_tiles

        signals.connect()
        register_group_permissions(
            SECTION_EDITORS,
            tuple(
                f"photos.{action}_{model}"
                for model, actions in EDITORS_MAY.items()
                for action in actions
            ),
        )
        register_periodic("photos.heal_pictures", timedelta(minutes=30), heal_pictures)
        register_periodic("photos.resume_tiles", timedelta(minutes=1), resume_tiles)
        register_periodic("photos.refresh_people", timedelta(minutes=1), refresh_people_shown)
        register_kind(
            PersonKind(
                slug=KIND,
                title=_("People shown in photographs"),
                cards=cards_of_people,
                covers=_("Only names that an archivist wrote into a record."),
            )
        )
        register_periodic("photos.erase_addresses", timedelta(days=1), erase_old_addresses)
        register_importer(PhotoImporter())
        register_importer(BulkEditor())
        register_photo_invariants()
        register_pages(section_of_photo_at)
        register_archive_data()
