"""The forms of one person's name in the admin: all of them, a new one, and correcting one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from commemoration.names.models.forms import NameForm
from commemoration.names.models.people import NamedPerson
from commemoration.names.permissions import may_change_names
from commemoration.names.selectors.written import name_history
from commemoration.names.services.corrections import add_form, correct_form, remove_form
from commemoration.names.shown import listed_form
from commemoration.names.staff_forms import CorrectionForm, WrittenNameForm


class NameScreen(WagtailAdminTemplateMixin, FormView):
    """A screen about one person; its address names the person, or one form of the name."""

    header_icon = "edit"

    def dispatch(self, request, *args, **kwargs):
        if not may_change_names(request.user, self.person):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self) -> NamedPerson:
        return get_object_or_404(NamedPerson, pk=self.kwargs["pk"])

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_success_url(self) -> str:
        return reverse("person_names:index", args=[self.person.pk])

    def form_valid(self, form):
        try:
            self.save(form)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages[0])
            return self.form_invalid(form)
        return super().form_valid(form)


class FormsView(NameScreen):
    """All forms of a person's name and what they said before; POST adds one."""

    template_name = "names/admin/forms.html"
    form_class = WrittenNameForm
    page_title = _("Forms of a name")

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, **name_history(self.person))

    def save(self, form) -> None:
        added = add_form(person=self.person, facts=form.facts, user=self.request.user)
        messages.success(self.request, gettext("Added: %s.") % listed_form(added))


class CorrectView(NameScreen):
    """One form that was typed wrongly; POST writes it rightly, or takes it away."""

    template_name = "names/admin/correct.html"
    form_class = CorrectionForm
    page_title = _("Correct a form of a name")

    @cached_property
    def written(self) -> NameForm:
        return get_object_or_404(NameForm.objects.select_related("person"), pk=self.kwargs["pk"])

    @cached_property
    def person(self) -> NamedPerson:
        return self.written.person

    def get_form_kwargs(self):
        # A copy: what is typed and refused does not change the heading.
        return super().get_form_kwargs() | {"instance": NameForm.objects.get(pk=self.written.pk)}

    def get_context_data(self, **kwargs):
        name = listed_form(self.written)
        return super().get_context_data(name=name, back=self.get_success_url(), **kwargs)

    def post(self, request, *args, **kwargs):
        if "remove" in request.POST:
            return self.remove()
        return super().post(request, *args, **kwargs)

    def save(self, form) -> None:
        reason = form.cleaned_data["reason"]
        correct_form(self.written, facts=form.facts, user=self.request.user, reason=reason)
        messages.success(self.request, gettext("Corrected. What it said before is kept below."))

    def remove(self):
        reason = self.request.POST.get("reason", "")[:500]
        try:
            remove_form(self.written, user=self.request.user, reason=reason)
        except ValidationError as refusal:
            messages.error(self.request, refusal.messages[0])
        else:
            messages.success(self.request, gettext("Taken away. What it said is kept below."))
        return redirect(self.get_success_url())


class NameFormsViewSet(ViewSet):
    name = "person_names"
    url_prefix = "people-names"
    icon = "edit"
    add_to_admin_menu = False

    def get_urlpatterns(self):
        return [
            path("<int:pk>/", FormsView.as_view(), name="index"),
            path("form/<int:pk>/", CorrectView.as_view(), name="correct"),
        ]
