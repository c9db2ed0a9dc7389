"""The demonstration starts whole or not at all, and finishes what a killed worker left."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from commemoration.core.imports.tasks import run_import
from commemoration.home.demo.specimens import all_specimens
from commemoration.home.tasks import load_specimen
from photos.tasks import make_tiles
from tests.factories.pages import clear_site

pytestmark = pytest.mark.django_db


def waiting() -> list[int]:
    """The numbers of the specimens that wait for the worker."""
    tasks = DBTaskResult.objects.ready().filter(task_path="commemoration.home.tasks.load_specimen")
    return sorted(each["args"][0] for each in tasks.values_list("args_kwargs", flat=True))


def test_plates_wait_for_the_worker_and_that_of_a_killed_one_is_asked_for_again():
    clear_site()
    call_command("load_demo", if_empty=True, photos_later=True, verbosity=0)
    assert waiting() == [each.number for each in all_specimens()]
    lost = DBTaskResult.objects.ready().filter(task_path__endswith="load_specimen").first()
    lost.claim("killed")

    call_command("load_demo", if_empty=True, photos_later=True, verbosity=0)

    assert waiting() == [each.number for each in all_specimens()]


def test_site_that_is_no_demonstration_is_left_alone():
    call_command("load_demo", if_empty=True, photos_later=True, verbosity=0)

    assert waiting() == []


def test_plates_are_all_shown_before_any_has_tiles_and_imports_go_first():
    assert run_import.priority > load_specimen.priority > make_tiles.priority
