"""What is told of graves with photographs is published by the worker, as anything else."""

import pytest

from commemoration.core.outbox.models import OutboxMessage
from commemoration.submissions.models import Submission
from commemoration.submissions.services.publishing import Accepted, accept
from tests.factories.caretakers import caretaker, opened_by, pages_of, sending
from tests.factories.contributions import accepted, sent_about
from tests.factories.graves import burial_site, buried
from tests.factories.regiment import sent_picture
from tests.factories.staff import superuser
from tests.factories.worker import work_off_tasks
from tributes.graves.enums import Told
from tributes.graves.models import ConditionEntry
from tributes.graves.models.contributions import Contribution

pytestmark = pytest.mark.django_db


def decided(submission: Submission) -> Accepted:
    submission.words.refresh_from_db()
    seen_version = submission.words.version
    return accept(submission=submission, user=superuser("vera"), seen_version=seen_version)


@pytest.mark.parametrize("pictures", [0, 2])
def test_photograph_of_a_stone_is_shown_and_the_family_written_to_when_it_is_there(pictures):
    person = buried(burial_site())
    accepted(sent_about(person, Told.REQUEST, email="family@example.org"))
    submission = sent_about(person, Told.PHOTO, pictures=pictures)
    written = OutboxMessage.objects.filter(to="family@example.org")
    before = written.count()

    outcome = decided(submission)

    assert outcome == (Accepted.HANDED_OVER if pictures else Accepted.PUBLISHED)
    told = Contribution.objects.filter(key=submission.key, is_public=True)
    assert (told.exists(), written.count() > before) == ((pictures == 0),) * 2
    work_off_tasks()
    assert told.get().pictures.count() == pictures
    assert written.count() == before + 1


@pytest.mark.parametrize("withdrawn", [True, False])
def test_grave_that_is_withdrawn_meanwhile_gets_no_photograph(withdrawn):
    person = buried(burial_site())
    submission = sent_about(person, Told.PHOTO, pictures=1)
    decided(submission)

    if withdrawn:
        type(person).objects.filter(pk=person.pk).update(live=False)
    work_off_tasks()

    submission.refresh_from_db()
    fault = "refused" if withdrawn else ""
    assert (submission.state == "waiting", submission.publishing_fault) == (withdrawn, fault)
    assert Contribution.objects.filter(key=submission.key).exists() != withdrawn


def test_report_of_a_caretaker_waits_for_its_photographs():
    site = burial_site()
    neighbour = caretaker(site)
    opened_by(neighbour).post(pages_of(neighbour, site), sending())
    submission = Submission.objects.get()
    sent_picture(submission)

    assert decided(submission) == Accepted.HANDED_OVER
    assert not ConditionEntry.objects.exists()
    work_off_tasks()

    submission.refresh_from_db()
    assert (submission.state, submission.publishing_since) == ("published", None)
    assert ConditionEntry.objects.get().report.pictures.count() == 1
