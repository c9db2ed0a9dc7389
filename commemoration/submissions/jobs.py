"""The periodic jobs of submissions."""

from datetime import timedelta

from commemoration.core.runtime.periodic import register_periodic
from commemoration.submissions.services.digest import send_digests
from commemoration.submissions.services.forgotten import read_forgotten
from commemoration.submissions.services.lost_links import answer_forgotten
from commemoration.submissions.services.objections import erase_due_objections
from commemoration.submissions.services.publishing import publish_forgotten
from commemoration.submissions.services.retention import erase_due
from commemoration.submissions.tombstones import mend_tombstones


def register_submission_jobs() -> None:
    register_periodic("submissions.read_forgotten", timedelta(minutes=2), read_forgotten)
    register_periodic("submissions.publish_forgotten", timedelta(minutes=2), publish_forgotten)
    register_periodic("submissions.answer_forgotten", timedelta(minutes=10), answer_forgotten)
    register_periodic("submissions.digest", timedelta(hours=1), send_digests)
    register_periodic("submissions.erase_due", timedelta(days=1), erase_due)
    register_periodic("submissions.erase_objections", timedelta(days=1), erase_due_objections)
    register_periodic("submissions.mend_tombstones", timedelta(days=1), mend_tombstones)
