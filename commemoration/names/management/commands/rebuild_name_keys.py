"""Computes anew what searches read of all names."""

from django.core.management.base import BaseCommand

from commemoration.names.services.forms import rebuild_keys


class Command(BaseCommand):
    help = (
        "Compute the sounds and keys of all names again, after a change of how names are heard. "
        "Searches go on meanwhile. Can be run twice."
    )

    def handle(self, *args, **options):
        changed, forms = rebuild_keys()
        self.stdout.write(f"{changed} of {forms} forms of names changed.")
