"""What is counted and told of an import is what it did, not what it once meant to do."""

import pytest

from commemoration.core.imports import services
from commemoration.core.imports.enums import RowState
from commemoration.core.imports.reports import report_lines

pytestmark = pytest.mark.django_db

TWICE = "login,given_name\nanna,Anna\nanna,Anneke\n"


def counted(batch) -> dict[str, int]:
    counts = batch.counts()
    return {name: counts[name] for name in ("total", "created", "refused", "failed")}


def failing(*args):
    raise ZeroDivisionError


def test_row_that_repeats_a_record_is_not_counted_as_new(send):
    batch = send.run(TWICE)

    assert counted(batch) == {"total": 2, "created": 1, "refused": 1, "failed": 0}
    assert "Anneke" not in "".join(report_lines(batch))


def test_row_that_fails_is_not_counted_as_new_and_offers_nothing_to_undo(
    send, members, monkeypatch, caplog
):
    batch = send.check("login,given_name\nanna,Anna\n")
    assert counted(batch) == {"total": 1, "created": 1, "refused": 0, "failed": 0}
    monkeypatch.setattr(members, "create", failing)

    services.confirm_batch(batch, in_background=False)
    send.work(batch)

    assert counted(batch) == {"total": 1, "created": 0, "refused": 0, "failed": 1}
    assert batch.rows.get().changes == {}


def test_new_check_forgets_all_that_the_last_one_said(send, members, monkeypatch, caplog):
    with monkeypatch.context() as broken:
        broken.setattr(members, "wanted_values", failing)
        batch = send.check("login,given_name\nanna,Anna\n")
    assert "met a fault" in batch.rows.get().note

    services.dry_run(batch, in_background=False)
    send.work(batch)

    row = batch.rows.get()
    assert (row.state, row.note) == (RowState.READY, "")
