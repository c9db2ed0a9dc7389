"""Signing in with a phone, setting one up, and replacing a lost one."""

import io

import segno
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import RedirectURLMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView, View
from django_otp import login as remember_device
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from commemoration.core.accounts.forms import CodeForm, PhoneForm
from commemoration.core.accounts.models import User
from commemoration.core.accounts.permissions import may_reset_second_factor
from commemoration.core.accounts.second_factor import (
    count_recovery_codes,
    must_show_second_factor,
    phone_of,
)
from commemoration.core.accounts.services import second_factor

NEW_KEY = "second_factor_new_key"


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class CodeFormView(RedirectURLMixin, FormView):
    """A form for a code that ends with a session that has shown its second factor."""

    next_page = reverse_lazy("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        going_on = {REDIRECT_FIELD_NAME: self.get_redirect_url()}
        return super().get_context_data(**kwargs, **going_on)

    def open_session(self, device):
        remember_device(self.request, device)
        self.request.session.cycle_key()


class CodeView(CodeFormView):
    """The second step of signing in."""

    template_name = "accounts/second_factor_code.html"
    form_class = CodeForm

    def dispatch(self, request, *args, **kwargs):
        if request.method == "GET" and not must_show_second_factor(request.user):
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        try:
            code = form.cleaned_data["code"]
            device = second_factor.verify_code(user=self.request.user, code=code)
        except ValidationError as error:
            form.add_error("code", error)
            return self.form_invalid(form)
        self.open_session(device)
        return super().form_valid(form)


class SetUpView(CodeFormView):
    """Take a phone into use: the first, or one in place of the old one."""

    template_name = "accounts/second_factor_set_up.html"
    form_class = PhoneForm

    def get(self, request, *args, **kwargs):
        request.session.setdefault(NEW_KEY, second_factor.new_phone_key())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if NEW_KEY not in request.session:
            return redirect("second_factor_set_up")
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        key = self.request.session[NEW_KEY]
        device = second_factor.unconfirmed_phone(user=self.request.user, key=key)
        return super().get_context_data(secret=readable_secret(device), **kwargs)

    def form_valid(self, form):
        user, session = self.request.user, self.request.session
        try:
            code = form.cleaned_data["code"]
            device = second_factor.set_up_phone(user=user, key=session[NEW_KEY], code=code)
        except ValidationError as error:
            form.add_error("code", error)
            return self.form_invalid(form)
        del session[NEW_KEY]
        self.open_session(device)
        if count_recovery_codes(user):
            messages.success(self.request, _("Your new phone is in use."))
            return redirect("second_factor")
        codes = second_factor.make_recovery_codes(user=user, actor=user)
        return show_recovery_codes(self.request, codes, self.get_success_url())


class QrCodeView(View):
    """The picture that a phone reads, as SVG of our own address."""

    @method_decorator(never_cache)
    def get(self, request):
        if NEW_KEY not in request.session:
            return redirect("second_factor_set_up")
        key = request.session[NEW_KEY]
        device = second_factor.unconfirmed_phone(user=request.user, key=key)
        picture = io.BytesIO()
        segno.make(device.config_url, error="m").save(
            picture, kind="svg", scale=5, border=4, light="#ffffff", omitsize=False
        )
        return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


class AccountScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen of its own in the admin, named in the line at the top."""

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class SecondFactorView(AccountScreen):
    """What one's own second factor consists of, and the ways to renew it."""

    template_name = "accounts/second_factor.html"
    page_title = gettext_lazy("Second factor")
    header_icon = "lock"

    def get_context_data(self, **kwargs):
        user = self.request.user
        own = {"phone": phone_of(user), "recovery_codes_left": count_recovery_codes(user)}
        return super().get_context_data(**own, **kwargs)


class RecoveryCodesView(View):
    """New recovery codes, shown this once."""

    def get(self, request):
        return redirect("second_factor")

    @method_decorator(never_cache)
    def post(self, request):
        if phone_of(request.user) is None:
            return redirect("second_factor_set_up")
        codes = second_factor.make_recovery_codes(user=request.user, actor=request.user)
        return show_recovery_codes(request, codes, reverse("second_factor"))


class ResetView(AccountScreen):
    """A manager takes away a lost phone; its owner sets up another."""

    template_name = "accounts/second_factor_reset.html"
    page_title = gettext_lazy("Take away the second factor")
    header_icon = "lock-open"

    def dispatch(self, request, *args, **kwargs):
        self.account = get_object_or_404(User, pk=kwargs["pk"])
        if not may_reset_second_factor(request.user, self.account):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            account=self.account, account_name=get_user_display_name(self.account), **kwargs
        )

    def post(self, request, pk):
        second_factor.reset_second_factor(user=self.account, actor=request.user)
        messages.success(
            request,
            _("%(name)s sets up a new phone at the next sign-in.")
            % {"name": get_user_display_name(self.account)},
        )
        return redirect("wagtailusers_users:index")


def show_recovery_codes(request, codes, going_on):
    context = {"codes": codes, "going_on": going_on, "site": request.get_host()}
    return render(request, "accounts/recovery_codes.html", context)


def readable_secret(device):
    """The secret in groups of four, for whoever types it."""
    secret = device.config_url.split("secret=")[1].split("&")[0]
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
