"""The screen of one person's consents: record one, withdraw it in one step, read the paper."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import storages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commemoration.core.consent.forms import ConsentForm
from commemoration.core.consent.models import ConsentEvidence
from commemoration.core.consent.purposes import purpose_of
from commemoration.core.consent.selectors import history_of
from commemoration.core.consent.services import record_consent, withdraw_consent
from commemoration.core.media.ranges import file_response


class OfPerson:
    """Finds purpose and person of the address, and asks whether this user may handle them."""

    def dispatch(self, request, *args, **kwargs):
        self.purpose = purpose_of(kwargs["purpose"])
        if self.purpose is None:
            raise Http404
        if not self.purpose.may_handle(request.user):
            raise PermissionDenied
        self.key = kwargs["subject"]
        self.subject = self.purpose.subject_of(self.key)
        if self.subject is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def own_address(self) -> str:
        return reverse("consents:person", args=[self.purpose.slug, self.key])


class ConsentsView(OfPerson, WagtailAdminTemplateMixin, TemplateView):
    """What the person has agreed to, and a form for what was agreed to now."""

    template_name = "consent/person.html"
    header_icon = "doc-full"
    page_title = _("Consent")
    form = None

    def get_page_subtitle(self):
        return str(self.subject)

    def get_context_data(self, **kwargs):
        records = history_of(self.purpose.slug, self.key)
        # In place of the words of the address, which have the same names.
        shown = {
            "purpose": self.purpose,
            "subject": self.subject,
            "back": self.purpose.edit_url(self.subject),
            "records": [(each, self.purpose.scopes_in_words(each.scopes)) for each in records],
            "stands": any(record.stands for record in records),
            "form": self.form or ConsentForm(purpose=self.purpose),
            "withdraw_url": reverse("consents:withdraw", args=[self.purpose.slug, self.key]),
        }
        return super().get_context_data(**kwargs | shown)

    def post(self, request, **kwargs) -> HttpResponse:
        self.form = ConsentForm(request.POST, request.FILES, purpose=self.purpose)
        if self.form.is_valid():
            try:
                record_consent(
                    purpose=self.purpose.slug,
                    subject=self.key,
                    user=request.user,
                    **self.form.cleaned_data,
                )
            except ValidationError as error:
                self.form.add_error(None, error)
            else:
                messages.success(request, gettext("The consent is recorded."))
                return redirect(self.own_address)
        return self.render_to_response(self.get_context_data(**kwargs))


class WithdrawView(OfPerson, View):
    """Takes everything down at once; there is nothing to see here."""

    http_method_names = ["post"]

    def post(self, request, **kwargs) -> HttpResponse:
        withdraw_consent(purpose=self.purpose.slug, subject=self.key, user=request.user)
        text = gettext("The consent is withdrawn: nothing that rests on it is public any more.")
        messages.success(request, text)
        return redirect(self.own_address)


class ScanView(OfPerson, View):
    """The scan of a signed paper, for those who may handle it."""

    def get(self, request, record, **kwargs):
        rows = ConsentEvidence.objects.filter(
            record__purpose=self.purpose.slug, record__subject=self.key
        )
        evidence = get_object_or_404(rows, record__uuid=record)
        return file_response(
            request, storages["papers"], evidence.scan.name, cache_control="private, no-store"
        )
