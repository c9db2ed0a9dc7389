"""The screens on which staff publish and withdraw records."""

from functools import cached_property

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ForeignKey
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import CreateView, EditView

from commemoration.core.publication.choosers import RecordChooser
from commemoration.core.publication.models import PublishedRecord
from commemoration.core.publication.wording import WordedViewSet


class SavedByHand:
    """What is written has no draft: visitors would read half a word if it were saved while somebody
    types."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False


class SavedByHandCreateView(SavedByHand, CreateView):
    pass


class SavedByHandEditView(SavedByHand, EditView):
    pass


class RecordEditView(SavedByHandEditView):
    @transaction.atomic
    def form_valid(self, form):
        """Whoever publishes or withdraws the record while it is edited keeps the last word."""
        form.instance.read_state_anew()
        return super().form_valid(form)

    @cached_property
    def header_more_buttons(self):
        return [*super().header_more_buttons, *record_buttons(self.object, self.request.user)]


class ChangeStateView(View):
    """Asks once more, then publishes or withdraws."""

    viewset = None
    action = ""

    def dispatch(self, request, *args, **kwargs):
        self.record = get_object_or_404(self.viewset.model, pk=kwargs["pk"])
        policy = self.viewset.permission_policy
        if not policy.user_has_permission_for_instance(request.user, "change", self.record):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, pk):
        titles = {"publish": _("Publish"), "withdraw": _("Withdraw")}
        context = {
            "record": self.record,
            "action": self.action,
            "has_address": self.viewset.has_address,
            "back": self.edit_url,
        }
        context |= {"page_title": titles[self.action], "page_subtitle": str(self.record)}
        context |= {"header_title": f"{titles[self.action]}: {self.record}"}
        return render(request, "publication/confirm.html", context)

    def post(self, request, pk):
        change = getattr(self.viewset, f"{self.action}_record")
        try:
            change(self.record, user=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            done = {"publish": _("%(record)s is public now."), "withdraw": _("%(record)s is gone.")}
            messages.success(request, done[self.action] % {"record": self.record})
        return redirect(self.edit_url)

    @property
    def edit_url(self) -> str:
        return reverse(self.viewset.get_url_name("edit"), args=[self.record.pk])


class RecordViewSet(WordedViewSet):
    """`publish_record` and `withdraw_record` are the services of the app: (record, user=…).

    `has_address` is False for records that are shown on the page of another one alone.
    """

    copy_view_enabled = False
    search_backend_name = None
    add_view_class = SavedByHandCreateView
    edit_view_class = RecordEditView
    has_address = True
    publish_record = None
    withdraw_record = None

    def on_register(self):
        super().on_register()
        chooser = RecordChooser(self.model, icon=self.icon)
        register_form_field_override(ForeignKey, to=self.model, override={"widget": chooser})

    def get_urlpatterns(self):
        views = {
            name: ChangeStateView.as_view(viewset=self, action=name)
            for name in ("publish", "withdraw")
        }
        own = [path(f"{name}/<int:pk>/", view, name=name) for name, view in views.items()]
        return [*super().get_urlpatterns(), *own]


def keep_what_was_public(request, records):
    """Before anything is deleted, alone or with others: what was public once is withdrawn, never
    deleted, since its address says that it is gone. None if all of `records` may go."""
    kept = [each for each in records if getattr(each, "first_published_at", None)]
    if not kept or not isinstance(kept[0], PublishedRecord):
        return None
    messages.error(request, gettext("It has been public: withdraw it instead."))
    return redirect(kept[0].snippet_viewset.get_url_name("list"))


def record_buttons(record, user) -> list[Button]:
    """To the public page, and what can be done about it."""
    viewset = record.snippet_viewset
    buttons = []
    if record.live:
        buttons.append(
            Button(_("See it on the site"), url=record.get_absolute_url(), icon_name="view")
        )
    if viewset.permission_policy.user_has_permission_for_instance(user, "change", record):
        name, label = ("withdraw", _("Withdraw")) if record.live else ("publish", _("Publish"))
        url = reverse(f"{viewset.url_namespace}:{name}", args=[record.pk])
        icon = "no-view" if record.live else "upload"
        buttons.append(Button(label, url=url, icon_name=icon))
    return buttons
