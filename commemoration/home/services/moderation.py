"""Sets up how work is approved: what an editor submits, a site manager looks at."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from commemoration.core.accounts.groups import SITE_MANAGERS
from photos.models.records import Photo

NAME = "Approval by a site manager"


@transaction.atomic
def set_up_moderation() -> None:
    """Once: what the managers make of it afterwards, in the admin, stays as it is."""
    managers = Group.objects.get(name=SITE_MANAGERS)
    root = Page.get_first_root_node()
    if root is None or GroupApprovalTask.objects.filter(groups=managers).exists():
        return
    task = GroupApprovalTask.objects.create(name=NAME)
    task.groups.add(managers)
    workflow = Workflow.objects.create(name=NAME)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for wagtails_own in list(Workflow.objects.filter(workflow_pages__page=root)):
        wagtails_own.deactivate()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    WorkflowContentType.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Photo), defaults={"workflow": workflow}
    )
