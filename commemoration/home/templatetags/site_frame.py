"""`{% site_frame as frame %}`: what `templates/base.html` draws around a page."""

from django import template
from wagtail.models import Page

from commemoration.home import frame as frames

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context) -> frames.SiteFrame:
    request = context.get("request")
    if request is None:
        return frames.SiteFrame()
    page = context.get("page")
    if not hasattr(request, "site_frame"):
        request.site_frame = frames.build_frame(request, page if isinstance(page, Page) else None)
    return request.site_frame
