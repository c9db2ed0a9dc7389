"""The list of likely duplicates in the admin."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from commemoration.names.enums import LinkState, PairReason
from commemoration.names.models.links import PersonLink
from commemoration.names.permissions import may_link_people
from commemoration.names.selectors.pairs import pairs, pairs_by_state
from commemoration.names.services.links import decide_link, refresh_suggestions
from commemoration.names.viewsets.screens import LinksScreen, MayLinkPeople
from commemoration.names.viewsets.slips import CheckSlipView, SlipsView


class DecisionForm(forms.Form):
    """What somebody decides on two people, and the state that they saw."""

    state = forms.ChoiceField(choices=LinkState.choices)
    seen_state = forms.ChoiceField(choices=LinkState.choices, widget=forms.HiddenInput)
    note = forms.CharField(max_length=2000, required=False)
    reason = forms.ChoiceField(choices=PairReason.choices, required=False)


class PairsForm(forms.Form):
    """Which pairs are shown; what makes no sense is left out."""

    state = forms.ChoiceField(choices=LinkState.choices, required=False)
    reason = forms.ChoiceField(choices=PairReason.choices, required=False)


class PairsView(LinksScreen):
    """Two people side by side, one pair below the other; POST looks for new pairs."""

    template_name = "names/admin/pairs.html"
    page_title = _("Likely duplicates")

    def get_context_data(self, **kwargs):
        asked = PairsForm(self.request.GET)
        asked.full_clean()
        state = asked.cleaned_data.get("state") or LinkState.SUGGESTED
        reason = asked.cleaned_data.get("reason", "")
        found, page = pairs(state, self.request.GET.get("p"), reason)
        counts = pairs_by_state()
        chosen = {"state": state, "reason": reason}
        return super().get_context_data(
            state=state,
            states=[(value, label, counts[value]) for value, label in LinkState.choices],
            reason=reason,
            reasons=PairReason.choices,
            pairs=found,
            page=page,
            answers=LinkState.choices,
            query=f"{urlencode({name: value for name, value in chosen.items() if value})}&",
            **kwargs,
        )

    def post(self, request):
        waiting = refresh_suggestions()
        messages.success(request, gettext("Compared again. Pairs that wait: %d.") % waiting)
        return redirect("person_links:index")


class DecideView(MayLinkPeople, View):
    """Takes the decision on one pair; there is nothing to see here."""

    http_method_names = ["post"]

    def post(self, request, pk: int):
        link = get_object_or_404(PersonLink, pk=pk)
        form = DecisionForm(request.POST)
        if not form.is_valid():
            messages.error(request, gettext("That decision could not be read. Choose again."))
        else:
            self.decide(link, form.cleaned_data)
        return redirect(f"{reverse('person_links:index')}?{self.shown(form)}#pairs")

    @staticmethod
    def shown(form: DecisionForm) -> str:
        """The list that the answer was given in, so that the next pair stands there."""
        seen = form.cleaned_data.get("seen_state", LinkState.SUGGESTED)
        reason = form.cleaned_data.get("reason", "")
        return urlencode({"state": seen, "reason": reason} if reason else {"state": seen})

    def decide(self, link: PersonLink, decision: dict[str, str]) -> None:
        try:
            said = {name: decision[name] for name in ("state", "seen_state", "note")}
            decided = decide_link(link, user=self.request.user, **said)
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
    add_to_admin_menu = True
    menu_item_class = PersonLinksMenuItem

    def get_urlpatterns(self):
        return [
            path("", PairsView.as_view(), name="index"),
            path("slips/", SlipsView.as_view(), name="slips"),
            path("slips/check/", CheckSlipView.as_view(), name="check_slip"),
            path("<int:pk>/", DecideView.as_view(), name="decide"),
        ]
