from types import SimpleNamespace

from django.apps import AppConfig
from django.core.checks import run_checks
from wagtail.snippets.views.snippets import SnippetViewSet

from commemoration.core.accounts.models import User
from commemoration.core.checks.apps import (
    errors_of_django_admin,
    errors_of_labels,
    errors_of_view_sets,
)


class LabelledConfig(AppConfig):
    name = "commemoration.core"
    label = "labelled"


class UnlabelledConfig(AppConfig):
    name = "commemoration.core"


class OwnViewSet(SnippetViewSet):
    model = User


def ids(errors):
    return [error.id for error in errors]


def test_project_keeps_the_house_rules():
    assert [error for error in run_checks() if error.id.startswith("house.")] == []


def test_app_without_label_is_an_error():
    module = SimpleNamespace(__file__=__file__)
    configs = [
        LabelledConfig("commemoration.core", module),
        UnlabelledConfig("commemoration.core", module),
    ]

    errors = errors_of_labels(configs)

    assert [(error.id, error.obj) for error in errors] == [("house.E001", "commemoration.core")]


def test_django_admin_is_an_error_only_when_installed():
    assert ids(errors_of_django_admin(installed=True)) == ["house.E002"]
    assert errors_of_django_admin(installed=False) == []


def test_bare_snippet_is_an_error_and_a_view_set_is_not():
    bare = type("Bare", (), {"snippet_viewset": SnippetViewSet(model=User)})
    proper = type("Proper", (), {"snippet_viewset": OwnViewSet()})

    errors = errors_of_view_sets([bare, proper])

    assert [(error.id, error.obj) for error in errors] == [("house.E003", bare)]
