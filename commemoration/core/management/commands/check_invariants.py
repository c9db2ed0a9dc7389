"""Asks whether everything that the site promises about its rows and files still holds."""

from django.core.management.base import BaseCommand

from commemoration.core.invariants.registry import registered_invariants


class Command(BaseCommand):
    help = (
        "Check every promise between rows, and between rows and files, that no constraint can "
        "hold. A line for each breach; exit 1 if there is one. Changes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--deep", action="store_true", help="read every master file and compare its checksum"
        )

    def handle(self, *, deep, **options):
        invariants = registered_invariants(deep=deep)
        breaches = 0
        for invariant in invariants:
            for breach in invariant.breaches():
                self.stdout.write(f"{invariant.name}: {breach}")
                breaches += 1
        self.stdout.write(f"Promises checked: {len(invariants)}. Breaches: {breaches}.")
        if breaches:
            raise SystemExit(1)
