from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from commemoration import embedded_postgres
from commemoration.core.runtime.processes import PortTakenError, check_port, run_processes
from commemoration.home.demo.accounts import DEMO_ACCOUNTS


class Command(BaseCommand):
    help = "Prepares the database and runs web server, task worker and periodic jobs (make run)."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        try:
            check_port(port)
        except PortTakenError:
            raise CommandError(
                f"Port {port} is taken by another program. Choose another: make run PORT={port + 1}"
            ) from None
        self.stdout.write("Preparing the database …")
        self.stdout.flush()
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        call_command("load_demo", if_empty=True, photos_later=True)
        ended_well = run_processes(port, when_ready=lambda: self._greet(port))
        folder = settings.STATE_DIR / "postgres"
        if folder.exists():
            embedded_postgres.wait_until_stopped(folder)
        if not ended_well:
            raise CommandError("A process of the site ended by itself; its last lines say why.")

    def _greet(self, port: int) -> None:
        accounts = "".join(
            f"    {account.username} / {account.password}  ({account.role})\n"
            for account in DEMO_ACCOUNTS
        )
        self.stdout.write(
            f"\n  The site:  http://localhost:{port}/\n"
            f"  Staff:     http://localhost:{port}/admin/\n{accounts}"
            "  Ctrl-C stops everything.\n"
        )
        self.stdout.flush()
