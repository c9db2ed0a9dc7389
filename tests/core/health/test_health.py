from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from commemoration.core.runtime import heartbeat
from commemoration.core.runtime.models import WorkerHeartbeat


def test_healthz_answers_without_the_database(client):
    # No django_db mark: the suite refuses any query here.
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]
    assert response.cookies == {}


@pytest.mark.django_db
def test_readyz_is_content_when_everything_works(client):
    heartbeat.beat("worker")

    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"ready": True, "failing": {}}


@pytest.mark.django_db
def test_readyz_names_the_missing_worker(client):
    heartbeat.beat("worker")
    WorkerHeartbeat.objects.update(beat_at=timezone.now() - timedelta(minutes=5))

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {
        "ready": False,
        "failing": {"worker": "No task worker has given a sign of life."},
    }


@pytest.mark.django_db
def test_readyz_names_the_full_disk(client, settings):
    heartbeat.beat("worker")
    settings.FREE_DISK_NEEDED = 10**18

    response = client.get("/readyz")

    assert response.status_code == 503
    assert list(response.json()["failing"]) == ["disk"]


@pytest.mark.django_db(transaction=True)
def test_readyz_names_the_lost_database_and_no_secret(client):
    settings_dict = connection.settings_dict
    right = settings_dict["HOST"]
    connection.close()
    settings_dict["HOST"] = "/nowhere"
    try:
        response = client.get("/readyz")
    finally:
        connection.close()
        settings_dict["HOST"] = right

    assert response.status_code == 503
    assert response.json()["failing"] == {"database": "The database does not answer."}
    assert "nowhere" not in response.content.decode()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_addresses_take_no_input(client, path):
    assert client.post(path).status_code == 405
