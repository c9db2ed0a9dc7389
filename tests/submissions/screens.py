"""The screens of a reviewer, as tests walk through them."""

from django.core.files.base import ContentFile
from django.urls import reverse

from commemoration.submissions.enums import Alive
from commemoration.submissions.services.pictures import add_picture, change_picture
from tests.factories.pictures import jpeg
from tests.factories.worker import work_off_tasks

QUEUE = "/admin/submissions/"


def screen_of(submission, name="review"):
    return reverse(f"submission_queue:{name}", args=[submission.handle])


def opened(browser, submission) -> dict[str, str]:
    """The form as it stands on the screen of who has taken it."""
    browser.post(screen_of(submission), {"action": "take"})
    response = browser.get(screen_of(submission))
    data = {"seen_version": response.context["form"].initial["seen_version"]}
    for step in response.context["steps"]:
        data[f"seen-{step.step.slug}"] = step.seen
        for each in step.fields:
            data[each.field.html_name] = each.field.value() or ""
    return data


def decide(browser, submission, action, data, **values):
    return browser.post(screen_of(submission), {**data, "action": action, **values})


def faults(response) -> list[str]:
    return [*response.context["form"].non_field_errors()]


def state_of(submission) -> str:
    submission.refresh_from_db()
    return submission.state


def picture_of(submission, data=None, *, alive=Alive.NOBODY):
    file = ContentFile(jpeg() if data is None else data)
    picture = add_picture(submission=submission, file=file, name="portrait.jpg")
    work_off_tasks()
    if alive:
        change_picture(picture=picture, caption="In 1944", alive=alive)
    picture.refresh_from_db()
    return picture
