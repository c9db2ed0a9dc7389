"""Brings the files of all pictures in line with the database."""

from django.core.management.base import BaseCommand

from photos.services.picture_checks import heal_pictures, picture_breaches


class Command(BaseCommand):
    help = "Compare the files of all pictures with the database and heal what can be healed."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only report; exit 1 on a breach")

    def handle(self, *, check, **options):
        for breach in picture_breaches():
            self.stdout.write(str(breach))
        if not check:
            heal_pictures()
        if picture_breaches():
            raise SystemExit(1)
