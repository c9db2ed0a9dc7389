"""Work on submissions in the background: only the id is handed over."""

from django_tasks import task


@task(priority=10)
def send_lost_links(pk: int) -> None:
    from commemoration.submissions.services.lost_links import (
        answer_lost_link,  # tasks are named by services, which do the work
    )

    answer_lost_link(pk)


@task(priority=10)  # somebody waits for it
def read_submitted_picture(picture_id: int) -> None:
    from commemoration.submissions.services.pictures import (
        read_picture,  # tasks are named by services, which do the work
    )

    read_picture(picture_id)


@task(priority=10)  # its reviewer has decided: readers and the sender wait for it
def publish_submission(submission_id: int) -> None:
    from commemoration.submissions.services.publishing import (
        publish_accepted,  # tasks are named by services, which do the work
    )

    publish_accepted(submission_id)
