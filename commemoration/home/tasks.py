"""Work that the task worker does for the demonstration."""

from django_tasks import task
from django_tasks_db.models import DBTaskResult

from commemoration.home.demo.photos import load_photo, missing_specimens
from commemoration.home.demo.specimens import all_specimens


@task(priority=-10)  # whoever waits for an import goes first
def load_specimen(number: int) -> None:
    """Draw and publish the specimen of this number."""
    load_photo(next(each for each in all_specimens() if each.number == number))


def queue_specimens() -> int:
    """Ask for every specimen that has no record and does not wait already; how many.

    So a specimen whose task a killed worker took along is asked for again.
    """
    tasks = DBTaskResult.objects.ready().filter(task_path=load_specimen.module_path)
    waiting = {each["args"][0] for each in tasks.values_list("args_kwargs", flat=True)}
    numbers = [each.number for each in missing_specimens() if each.number not in waiting]
    for number in numbers:
        load_specimen.enqueue(number)
    return len(numbers)
