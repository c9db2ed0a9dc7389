"""Writes veterans as the list that `import_veterans` reads."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from tributes.veterans.exports.lists import write_list
from tributes.veterans.models.medals import Medal


class Command(BaseCommand):
    help = "Writes all veterans, public or not, with their award of one medal: for staff only."

    def add_arguments(self, parser):
        parser.add_argument("list", type=Path, metavar="FILE")
        parser.add_argument("--medal", required=True, metavar="SLUG")

    def handle(self, *, medal, **options):
        if not Medal.objects.filter(slug=medal).exists():
            raise CommandError(f"There is no medal “{medal}”.")
        number = write_list(options["list"], medal)
        self.stdout.write(f"{options['list']}: {number} veterans")
