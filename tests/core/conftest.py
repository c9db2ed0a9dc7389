import pytest

from commemoration.core.models import OutboxMessage, RateLimitCounter


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """A database where rows are committed, as threads need it; empties what these tests fill."""
    with django_db_blocker.unblock():
        yield
        OutboxMessage.objects.all().delete()
        RateLimitCounter.objects.all().delete()
