"""What stands in the queue of the worker: it need not be asked for again."""

from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult


def numbers_in_queue(task: Task) -> set[int]:
    """The ids for which this task waits to be done."""
    queued = DBTaskResult.objects.ready().filter(task_path=task.module_path)
    return {number for each in queued for number in each.args_kwargs["args"]}
