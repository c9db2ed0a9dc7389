"""Stops whoever has given a password but not yet the second factor.

In the admin such a session gets no further than the code; elsewhere on the site it is nobody.
"""

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import SimpleLazyObject

from commemoration.core.http.csp import ADMIN

from .second_factor import has_second_factor, must_show_second_factor

# What the way in itself is made of.
OPEN_TO_HALF_SIGNED_IN = {
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
    "second_factor_code",
}
# Only for whoever has no second factor yet.
OPEN_TO_SET_UP = {"second_factor_set_up", "second_factor_qr_code"}


class SecondFactorMiddleware:
    """Comes after `django_otp.middleware.OTPMiddleware`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        if not request.path_info.startswith(ADMIN):
            request.user = SimpleLazyObject(lambda: fully_signed_in(user))
            return self.get_response(request)
        if must_show_second_factor(user) and not is_on_the_way_in(request, user):
            return send_to_second_factor(request, user)
        return self.get_response(request)


def fully_signed_in(user):
    return AnonymousUser() if must_show_second_factor(user) else user


def is_on_the_way_in(request, user):
    try:
        name = resolve(request.path_info).view_name
    except Resolver404:
        return False
    return name in OPEN_TO_HALF_SIGNED_IN or (
        name in OPEN_TO_SET_UP and not has_second_factor(user)
    )


def send_to_second_factor(request, user):
    step = "second_factor_code" if has_second_factor(user) else "second_factor_set_up"
    # Going on afterwards makes sense only for what was a page to read.
    going_on = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
    return redirect_to_login(going_on, login_url=reverse(step))
