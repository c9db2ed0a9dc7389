"""Makes what a new site stands on; can be run again at any time."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from commemoration.home.services.foundation import lay_foundation
from commemoration.home.services.staff import set_up_staff

PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = (
        "Make what every site stands on and is missing: the languages, a home page and the pages "
        "of both institutions in each, the groups of staff with their permissions, the way of "
        "approval. The site answers to the host of SITE_URL. What is there is left alone."
    )

    def handle(self, **options):
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        laid = lay_foundation(hostname=address.hostname, port=address.port or PORTS[address.scheme])
        set_up_staff()
        self.stdout.write(f"Home pages: {', '.join(laid.homes)}.")
        self.stdout.write(f"Institutions: {', '.join(laid.sections)}.")
