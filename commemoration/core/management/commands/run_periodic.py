import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import Error, connection

from commemoration.core.runtime.periodic import run_due_jobs, seconds_until_next

logger = logging.getLogger(__name__)

SHORTEST_WAIT = 1.0  # seconds
WAIT_AFTER_FAILURE = 5.0


class Command(BaseCommand):
    help = "Runs the periodic jobs until it is told to stop (SIGTERM or Ctrl-C)."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="run what is due, then end")

    def handle(self, *, once, **options):
        if once:
            run_due_jobs()
            return
        ended = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: ended.set())
        while not ended.is_set():
            ended.wait(self._work())

    def _work(self) -> float:
        """One round; how long to wait for the next."""
        try:
            run_due_jobs()
            return max(SHORTEST_WAIT, seconds_until_next())
        except Error:
            logger.exception("The database cannot be reached")
            connection.close()
            return WAIT_AFTER_FAILURE
