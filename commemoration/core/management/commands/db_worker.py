"""django-tasks-db's worker with a sign of life, that outlives a restart of the database."""

import logging
import time

from django.db import Error, connections
from django_tasks_db.compat import TASKS_LOGGER
from django_tasks_db.management.commands import db_worker

from commemoration.core.runtime.heartbeat import Heartbeat

logger = logging.getLogger(__name__)

WAIT_FOR_DATABASE = 3  # seconds


class SteadyWorker(db_worker.Worker):
    """Waits for a database that went away, where the original ends with a traceback."""

    def run(self) -> None:
        with Heartbeat(self.worker_id):
            while self.running:
                try:
                    super().run()
                    self.running = False
                except Error:
                    logger.exception("The database cannot be reached")
                    connections.close_all()
                    time.sleep(WAIT_FOR_DATABASE)


class Command(db_worker.Command):
    help = "Runs the tasks that wait in the database."

    def configure_logging(self, verbosity: int) -> None:
        """Two lines for each task drown everything else: only what fails, unless asked."""
        super().configure_logging(verbosity)
        if verbosity == 1:
            logging.getLogger(TASKS_LOGGER).setLevel(logging.WARNING)

    def handle(self, **options) -> None:
        db_worker.Worker = SteadyWorker  # the original names the class it starts
        super().handle(**options)
