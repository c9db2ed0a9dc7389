"""Writes all burial sites and people as the lists that `import_burials` reads."""

from pathlib import Path

from django.core.management.base import BaseCommand

from tributes.graves.exports.lists import write_lists


class Command(BaseCommand):
    help = "Writes sites.csv, people.csv and people_extra.csv: all records, public or not."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, metavar="DIR")

    def handle(self, *, folder, **options):
        for path in write_lists(folder):
            self.stdout.write(str(path))
