"""Imports veterans and the medal that each received."""

from pathlib import Path

from commemoration.core.imports.command import ImportCommand
from commemoration.core.languages.choices import TextLanguage
from tributes.veterans.importers.veterans import VeteranImporter


class Command(ImportCommand):
    help = (
        "Imports veterans with the award of one medal. Those who died, as a source says, are "
        "published; whoever is living is published only while a consent is recorded, and stays in "
        "preparation else. A row that cannot be imported is named with its column and the reason, "
        "and nothing of it is kept. Can be run again: what is as the list says stays untouched."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("list", type=Path, metavar="FILE", help="CSV or XLSX.")
        parser.add_argument("--draft", action="store_true", help="Do not publish.")
        parser.add_argument("--language", choices=TextLanguage.values, default="en")

    def handle(self, **options):
        self.import_list(
            importer=VeteranImporter(),
            path=options["list"],
            command_options=options,
            options={"publish": not options["draft"], "language": options["language"]},
        )
