"""Erases what the site keeps of one person, after showing it."""

from django.core.management.base import BaseCommand

from commemoration.submissions.personal_data import registered_personal_data


class Command(BaseCommand):
    help = "Show everything that is kept of an e-mail address; with --yes erase it."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--yes", action="store_true", help="erase it, for good")

    def handle(self, *, email: str, yes: bool, **options):
        email = email.strip()
        entries = registered_personal_data()
        lines = [line for entry in entries for line in entry.find(email)]
        for line in lines:
            self.stdout.write(line)
        if not lines:
            self.stdout.write("Nothing is kept of this address.")
        elif not yes:
            self.stdout.write(f"{len(lines)} things would be erased. Add --yes to erase them.")
        if yes:
            number = sum(entry.erase(email) for entry in entries)
            self.stdout.write(f"Erased: {number}.")
