"""Brings the files of all pictures in line with the database."""

from django.core.management.base import BaseCommand

from photos.services.picture_checks import heal_pictures, picture_breaches


class Command(BaseCommand):
    help = "Compare the files of all pictures with the database and heal what can be healed."

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--check", action="store_true", help="only report; exit 1 on a breach")
        choice.add_argument(
            "--remove-unknown-masters",
            action="store_true",
            help="also delete the originals that no picture in the database knows, for ever",
        )

    def handle(self, *, check, remove_unknown_masters, **options):
        for breach in picture_breaches():
            self.stdout.write(str(breach))
        if not check:
            heal_pictures(remove_unknown_masters=remove_unknown_masters)
        if picture_breaches():
            raise SystemExit(1)
