"""Log lines tell which kind of page, never the address."""

import json
import logging

import pytest

from commemoration.core.http.logging import JsonFormatter, RouteFilter
from commemoration.core.http.request_log import current_request


@pytest.fixture
def lines(caplog):
    """Every line written, as production writes it."""
    caplog.handler.addFilter(RouteFilter())
    caplog.handler.setFormatter(JsonFormatter())
    caplog.set_level(logging.DEBUG)
    return lambda: [json.loads(caplog.handler.format(record)) for record in caplog.records]


def access_lines(lines):
    return [line for line in lines() if line["logger"] == "commemoration.access"]


def test_each_request_writes_one_line_with_route_status_and_time(client, lines):
    response = client.get("/healthz?token=secret-token")

    [line] = access_lines(lines)
    assert line["route"] == "healthz"
    assert line["status"] == 200
    assert line["method"] == "GET"
    assert line["ms"] >= 0
    assert line["request_id"] == response["X-Request-ID"]
    assert "secret-token" not in json.dumps(lines())


@pytest.mark.django_db
def test_not_found_is_logged_without_its_address(client, lines):
    response = client.get("/my/secret-token/?q=secret-name")

    assert response.status_code == 404
    assert any("Not Found" in line["message"] for line in lines())
    assert "secret" not in json.dumps(lines())


def test_request_keeps_the_name_that_a_proxy_gave_it(client):
    response = client.get("/healthz", headers={"x-request-id": "edge-42.abcdef"})

    assert response["X-Request-ID"] == "edge-42.abcdef"


@pytest.mark.parametrize("given", ["short", "x" * 65, "a b c d e f g h", 'quote"inside-it', ""])
def test_unfit_name_is_replaced(client, given):
    response = client.get("/healthz", headers={"x-request-id": given})

    assert response["X-Request-ID"] != given
    assert len(response["X-Request-ID"]) == 32


def test_line_of_an_exception_holds_its_trace():
    try:
        raise ValueError("broken")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "f", 1, "It broke", (), (type(error), error, error.__traceback__)
        )

    line = json.loads(JsonFormatter().format(record))

    assert line["message"] == "It broke"
    assert "ValueError: broken" in line["exception"]


def test_request_is_forgotten_after_its_answer(client):
    client.get("/healthz")

    assert current_request.get() is None
