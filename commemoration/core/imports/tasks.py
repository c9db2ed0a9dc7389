"""Work on imports in the background: only the id is handed over."""

from django_tasks import task

SECONDS_AT_A_TIME = 30
"""A long import lets other work have its turn."""


@task()
def run_import(batch_id: int) -> None:
    from .services.work import work_on_batch  # tasks are named by services, which do the work

    if work_on_batch(batch_id, seconds=SECONDS_AT_A_TIME):
        run_import.enqueue(batch_id)
