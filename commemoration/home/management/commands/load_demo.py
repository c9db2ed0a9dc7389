from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from commemoration.home.demo.accounts import load_accounts
from commemoration.home.demo.pages import load_pages
from commemoration.home.demo.photos import load_collections, load_photos, missing_specimens
from commemoration.home.models import HomePage
from commemoration.home.tasks import load_specimen


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
            return
        load_pages(load_collections())
        load_accounts()
        if photos_later:
            missing = missing_specimens()
            for specimen in missing:
                load_specimen.enqueue(specimen.number)
            self.stdout.write(f"{len(missing)} specimen plates will appear one after another.")
            return
        load_photos(self._report)
        self.stdout.write("The demonstration is loaded.")

    def _report(self, line: str) -> None:
        self.stdout.write(line, ending="\r" if self.stdout.isatty() else "\n")
        self.stdout.flush()
