"""Work that the task worker does for the demonstration."""

from django_tasks import task

from commemoration.home.demo.photos import load_photo
from commemoration.home.demo.specimens import all_specimens


@task()
def load_specimen(number: int) -> None:
    """Draw and publish the specimen of this number."""
    load_photo(next(each for each in all_specimens() if each.number == number))
