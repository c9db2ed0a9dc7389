"""Imports photographs from a list and a folder of scans."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from commemoration.core.enums import Section
from commemoration.core.imports.command import ImportCommand
from photos.enums import TextLanguage
from photos.importers import PhotoImporter
from photos.models.collections import Collection


class Command(ImportCommand):
    help = (
        "Imports photographs into a collection (made if it is missing) and publishes them. "
        "Can be run again: what is as the list says stays untouched."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("metadata", type=Path, metavar="METADATA", help="CSV or XLSX.")
        parser.add_argument("--images", type=Path, metavar="DIR", help="The folder of the scans.")
        parser.add_argument("--collection", required=True, metavar="SLUG")
        parser.add_argument("--section", choices=Section.values, default=Section.EMBASSY.value)
        parser.add_argument("--language", choices=TextLanguage.values, default="en")
        parser.add_argument("--draft", action="store_true", help="Do not publish.")

    def handle(self, *args, **options):
        images = options["images"]
        if images is not None and not images.is_dir():
            raise CommandError(f"{images} is not a folder.")
        collection = Collection.objects.filter(slug=options["collection"]).first()
        self.import_list(
            importer=PhotoImporter(),
            path=options["metadata"],
            files_folder=images,
            command_options=options,
            options={
                "collection": self._slug(options["collection"]),
                "make_collection": True,
                "section": collection.section if collection else options["section"],
                "language": options["language"],
                "publish": not options["draft"],
            },
        )

    def _slug(self, text: str) -> str:
        try:
            Collection._meta.get_field("slug").clean(text, None)
        except ValidationError as error:
            raise CommandError(f"--collection: {' '.join(error.messages)}") from error
        return text
