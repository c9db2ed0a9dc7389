import io
from types import SimpleNamespace

import pytest

from commemoration.core.imports import registry, services

from .members import MemberImporter

SHEET = """login,given_name,family_name
anna,Anna,Smirnova
boris,Boris,Petrov
"""


@pytest.fixture
def members():
    importer = registry.register_importer(MemberImporter())
    yield importer
    registry.unregister_importer(importer.key)


@pytest.fixture
def send(members, db):
    """Send a list of members; `check` and `run` take it further, without a worker."""

    def start(text=SHEET, **kwargs):
        content = text if isinstance(text, bytes) else text.encode()
        return services.start_batch(
            importer=members,
            file=io.BytesIO(content),
            original_name="members.csv",
            options=kwargs.pop("options", {}),
            **kwargs,
        )

    def work(batch):
        services.work_on_batch(batch.pk)
        batch.refresh_from_db()
        return batch

    def check(text=SHEET, **kwargs):
        batch = start(text, **kwargs)
        services.dry_run(batch, in_background=False)
        return work(batch)

    def run(text=SHEET, **kwargs):
        batch = check(text, **kwargs)
        services.confirm_batch(batch, in_background=False)
        return work(batch)

    def undo(batch):
        services.undo_batch(batch, in_background=False)
        return work(batch)

    return SimpleNamespace(start=start, check=check, run=run, undo=undo, work=work)
