"""Decides which Content-Security-Policy an answer carries.

Public pages get the strict one of the settings. The admin gets `ADMIN_CONTENT_SECURITY_POLICY`:
Wagtail's date fields and inline panels come with inline scripts and styles, so the least it works
with is `unsafe-inline` from nowhere but this site. A public page shown in the admin's preview
panel keeps the strict policy and may be framed by this site alone.
"""

from csp.constants import SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings

ADMIN = "/admin/"


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """django-csp's, with a policy for each of the two kinds of reader."""

    def get_policy_parts(self, request, response, report_only=False) -> PolicyParts:  # noqa: FBT002
        parts = super().get_policy_parts(request, response, report_only)
        if getattr(request, "is_preview", False):
            parts.replace = {**(parts.replace or {}), "frame-ancestors": [SELF]}
        elif request.path_info.startswith(ADMIN) and parts.config is None and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts
