from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from commemoration.home.demo.accounts import load_accounts
from commemoration.home.demo.graves import load_graves
from commemoration.home.demo.pages import load_pages
from commemoration.home.demo.photos import has_collections, load_collections, load_photos
from commemoration.home.demo.regiment import load_regiment
from commemoration.home.demo.veterans import load_veterans
from commemoration.home.models import HomePage
from commemoration.home.tasks import queue_specimens


class Command(BaseCommand):
    help = "Fills the site with demonstration content. Can be run twice."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing if the site has a home page"
        )
        parser.add_argument(
            "--photos-later",
            action="store_true",
            help="leave drawing the specimen plates to the task worker",
        )

    def handle(self, *, if_empty, photos_later, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError("Demonstration content has no place on a production site.")
        if if_empty and HomePage.objects.exists():
            self._count(queue_specimens() if has_collections() else 0)
            return
        with transaction.atomic():  # killed on the way, the next start begins anew
            load_pages(load_collections())
            load_accounts()
            load_graves(self.stdout)
            load_veterans()
            load_regiment()
            queued = queue_specimens() if photos_later else 0
        if photos_later:
            self._count(queued)
            return
        load_photos(self._report)
        self.stdout.write("The demonstration is loaded.")

    def _count(self, queued: int) -> None:
        if queued:
            self.stdout.write(f"{queued} specimen plates will appear one after another.")

    def _report(self, line: str) -> None:
        self.stdout.write(line, ending="\r" if self.stdout.isatty() else "\n")
        self.stdout.flush()
