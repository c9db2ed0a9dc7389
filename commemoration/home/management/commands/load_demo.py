from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from commemoration.home.demo.accounts import create_demo_accounts
from commemoration.home.models import HomePage
from commemoration.home.services.foundation import lay_foundation


class Command(BaseCommand):
    help = "Fills the site with demonstration content. Can be run twice."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="do nothing if the site has a home page"
        )

    def handle(self, *, if_empty, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError("Demonstration content has no place on a production site.")
        if if_empty and HomePage.objects.exists():
            return
        lay_foundation()
        create_demo_accounts()
