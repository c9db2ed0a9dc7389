"""For when nobody can sign in to help somebody who has lost the phone."""

from django.core.management.base import BaseCommand, CommandError

from commemoration.core.accounts.models import User
from commemoration.core.accounts.services.second_factor import reset_second_factor


class Command(BaseCommand):
    help = "Take away an account's phone and recovery codes; a new phone is set up at sign-in."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *args, username, **options):
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account “{username}”.")
        reset_second_factor(user=user, actor=None)
        self.stdout.write(f"“{username}” sets up a new phone at the next sign-in.")
