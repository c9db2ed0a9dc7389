from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings as django_settings

from commemoration.core.outbox.services import queue_text


@pytest.fixture
def sample_letters(settings):
    """Lends the outbox the letters of these tests."""
    templates = deepcopy(django_settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates", *templates[0]["DIRS"]]
    settings.TEMPLATES = templates


@pytest.fixture
def queue():
    def queue(**values):
        return queue_text(
            **{
                "to": "reader@example.org",
                "language": "ru",
                "subject": "Память",
                "body": "Здравствуйте!\n",
                **values,
            }
        )

    return queue
