"""Imports burial sites, those who lie there, and what more is known of them."""

from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction

from commemoration.core.imports.command import ImportCommand
from commemoration.core.imports.importer import Importer
from commemoration.core.imports.tables import TableRefused, read_table
from commemoration.core.languages.choices import TextLanguage
from tributes.graves.enums import Nationality
from tributes.graves.importers.extras import ExtraImporter
from tributes.graves.importers.people import PeopleImporter
from tributes.graves.importers.sites import SiteImporter
from tributes.graves.models.burials import Burial

ROWS_REFUSED = 1


class Command(ImportCommand):
    help = (
        "Imports burial sites and the people who lie there, and publishes them. A row that cannot "
        "be imported is named with its column and the reason, and nothing of it is kept. Can be "
        "run again: what is as the lists say stays untouched."
    )

    def add_arguments(self, parser):
        parser.add_argument("sites", type=Path, metavar="SITES", help="CSV or XLSX.")
        parser.add_argument("people", type=Path, metavar="PEOPLE", help="CSV or XLSX.")
        parser.add_argument("extra", type=Path, nargs="?", metavar="PEOPLE_EXTRA")
        parser.add_argument("--dry-run", action="store_true", help="Only say what would be done.")
        parser.add_argument("--draft", action="store_true", help="Do not publish.")
        parser.add_argument("--language", choices=TextLanguage.values, default="en")
        parser.add_argument(
            "--nationality",
            choices=Nationality.values,
            default="",
            help=(
                "The citizenship then of those for whom neither the record nor a column "
                "“nationality” says it. It never writes over anything. Soviet is not Russian."
            ),
        )

    def handle(self, *, sites, people, extra, **options):
        lists: list[tuple[Importer, Path]] = [(SiteImporter(), sites), (PeopleImporter(), people)]
        if extra:
            lists.append((ExtraImporter(), extra))
        for _importer, path in lists:
            self._require_readable(path)
        with transaction.atomic():
            refused = [
                path.name for importer, path in lists if self._refuses(importer, path, options)
            ]
            self._tell_of_citizenship()
            if options["dry_run"]:
                transaction.set_rollback(True)
                self.stdout.write("This was a trial: nothing of it was kept.")
        if refused:
            names = ", ".join(refused)
            raise CommandError(f"Some rows were not imported: {names}.", returncode=ROWS_REFUSED)

    def _require_readable(self, path: Path) -> None:
        """A list that cannot be read at all stops everything before anything is changed."""
        try:
            with path.open("rb") as file:
                read_table(file)
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}") from error
        except TableRefused as refusal:
            raise CommandError(f"{path}: {refusal}") from refusal

    def _tell_of_citizenship(self) -> None:
        """Nobody's citizenship is guessed, so that what is missing is told."""
        number = Burial.objects.filter(nationality="").count()
        if number:
            self.stdout.write(
                f"{number} record(s) of people say no citizenship. If a list holds people of one "
                "only, import it again with --nationality; else add a column “nationality”."
            )

    def _refuses(self, importer: Importer, path: Path, options: dict) -> bool:
        """Import one list; whether some of its rows were refused."""
        try:
            self.import_list(
                importer=importer,
                path=path,
                command_options={"map": [], "value": [], "report": None, "dry_run": False},
                options={
                    "publish": not options["draft"],
                    "language": options["language"],
                    "nationality": options["nationality"],
                },
            )
        except CommandError as error:
            if error.returncode == ROWS_REFUSED and "row(s)" in str(error):
                return True
            raise
        return False
