"""The list of likely duplicates in the admin."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from commemoration.names.enums import LinkState
from commemoration.names.models.links import PersonLink
from commemoration.names.permissions import may_link_people
from commemoration.names.selectors.pairs import pairs
from commemoration.names.services.links import decide_link, refresh_suggestions


class DecisionForm(forms.Form):
    """What somebody decides on two people, and the state that they saw."""

    state = forms.ChoiceField(choices=LinkState.choices)
    seen_state = forms.ChoiceField(choices=LinkState.choices, widget=forms.HiddenInput)
    note = forms.CharField(max_length=2000, required=False)


class PairsView(WagtailAdminTemplateMixin, TemplateView):
    """Two people side by side, one pair below the other; POST looks for new pairs."""

    template_name = "names/admin/pairs.html"
    header_icon = "group"
    page_title = _("Likely duplicates")

    def dispatch(self, request, *args, **kwargs):
        if not may_link_people(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        state = self.request.GET.get("state", "")
        state = state if state in LinkState.values else LinkState.SUGGESTED
        found, page = pairs(state, self.request.GET.get("p"))
        return super().get_context_data(
            state=state,
            states=LinkState.choices,
            pairs=found,
            page=page,
            query=f"state={state}&",
            **kwargs,
        )

    def post(self, request):
        waiting = refresh_suggestions()
        messages.success(request, gettext("Compared again. Pairs that wait: %d.") % waiting)
        return redirect("person_links:index")


class DecideView(PairsView):
    """Takes the decision on one pair; there is nothing to see here."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        link = get_object_or_404(PersonLink, pk=pk)
        form = DecisionForm(request.POST)
        if not form.is_valid():
            messages.error(request, gettext("That decision could not be read. Choose again."))
        else:
            self.decide(link, form.cleaned_data)
        return redirect(f"{reverse('person_links:index')}?state={link.state}")

    def decide(self, link: PersonLink, decision: dict[str, str]) -> None:
        try:
            decided = decide_link(link, user=self.request.user, **decision)
        except ValidationError as refusal:
            messages.error(self.request, refusal.messages[0])
        else:
            text = gettext("Noted: %(state)s. The list of this answer lets you change it.")
            messages.success(self.request, text % {"state": decided.get_state_display()})


class PersonLinksMenuItem(MenuItem):
    def is_shown(self, request):
        return may_link_people(request.user)


class PersonLinksViewSet(ViewSet):
    name = "person_links"
    url_prefix = "people-links"
    icon = "group"
    menu_label = _("Likely duplicates")
    menu_order = 450
    menu_item_class = PersonLinksMenuItem

    def get_urlpatterns(self):
        return [
            path("", PairsView.as_view(), name="index"),
            path("<int:pk>/", DecideView.as_view(), name="decide"),
        ]
