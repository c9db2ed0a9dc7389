"""The work that waits in the background, done on the spot and on the test's own connection."""

from django_tasks_db.models import DBTaskResult


def work_off_tasks() -> None:
    """Run every task that waits, and those it enqueues, in order."""
    while (waiting := DBTaskResult.objects.ready().first()) is not None:
        waiting.claim("tests")
        result = waiting.task_result
        waiting.task.call(*result.args, **result.kwargs)
        waiting.set_successful(None)
