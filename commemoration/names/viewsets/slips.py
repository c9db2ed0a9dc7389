"""The list of slips in single records in the admin, and the answer on one."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from commemoration.names.models.people import NamedPerson
from commemoration.names.selectors.slips import slip_list
from commemoration.names.services.slips import ask_again, check_slip
from commemoration.names.viewsets.screens import LinksScreen, MayLinkPeople


class SlipForm(forms.Form):
    """Which slip, what it said, and whether it is so (`checked`) or shall be shown again."""

    person = forms.ModelChoiceField(NamedPerson.objects.all())
    code = forms.CharField(max_length=30)
    evidence = forms.CharField(max_length=2000)
    note = forms.CharField(max_length=2000, required=False)
    checked = forms.BooleanField(required=False)


class SlipsView(LinksScreen):
    """Slips that wait for somebody; `checked=1` those that somebody has looked at."""

    template_name = "names/admin/slips.html"
    page_title = _("Slips in records")

    def get_context_data(self, **kwargs):
        code = self.request.GET.get("slip", "")
        checked = self.request.GET.get("checked") == "1"
        found = slip_list(code=code, checked=checked, number=self.request.GET.get("p"))
        chosen = {"slip": code, "checked": "1" if checked else ""}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return super().get_context_data(
            slips=found.shown,
            page=found.page,
            kinds=found.kinds,
            code=code,
            checked=checked,
            query=f"{query}&" if query else "",
            **kwargs,
        )


class CheckSlipView(MayLinkPeople, View):
    """Takes the answer on one slip; there is nothing to see here."""

    http_method_names = ["post"]

    def post(self, request):
        form = SlipForm(request.POST)
        address = reverse("person_links:slips")
        if not form.is_valid():
            messages.error(request, gettext("That decision could not be read. Choose again."))
            return redirect(address)
        said = form.cleaned_data
        slip = {name: said[name] for name in ("person", "code", "evidence")}
        if said["checked"]:
            check_slip(**slip, user=request.user, note=said["note"])
            messages.success(request, gettext("Noted: it is so. It is shown again if it changes."))
            return redirect(address)
        ask_again(**slip)
        messages.success(request, gettext("It is in the list again."))
        return redirect(f"{address}?checked=1")
