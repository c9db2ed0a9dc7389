"""Brings the interface catalogues in step with the code and says what is left to translate."""

from django.core.management.base import BaseCommand

from commemoration.core.languages import catalogues


class Command(BaseCommand):
    help = "Update locale/*/LC_MESSAGES/django.po from the code and templates (needs Babel)."

    def handle(self, *args, **options):
        for language in catalogues.TRANSLATED:
            catalogues.update_catalogue(language)
            left = catalogues.unfinished(language)
            self.stdout.write(f"{language}: {len(left)} left")
            for line in left:
                self.stdout.write(f"  {line}")
