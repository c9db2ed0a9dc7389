"""Where staff see which families wait for a photograph, and tell them how it ended."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet

from tributes.graves.contributions.selectors.requests import all_open_requests
from tributes.graves.contributions.selectors.subjects import find_subjects, key_of
from tributes.graves.contributions.services.requests import close_request
from tributes.graves.enums import RequestEnd
from tributes.graves.models.contributions import PhotoRequest
from tributes.graves.permissions import may_close_requests

ON_A_PAGE = 30
ENDS = (RequestEnd.ARRIVED, RequestEnd.IMPOSSIBLE)


class CloseForm(forms.Form):
    how = forms.ChoiceField(
        label=_("What became of it"),
        choices=[(end.value, end.label) for end in ENDS],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What the letter says beside"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, language: str, **kwargs):
        super().__init__(*args, **kwargs)
        text = _("In the language of the family: %(language)s. It stands in the letter alone.")
        self.fields["words"].help_text = text % {"language": language}


class RequestsScreen(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "image"

    def dispatch(self, request, *args, **kwargs):
        if not may_close_requests(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, *self.trail(), here]

    def trail(self) -> list[dict]:
        """What stands between the start and this screen."""
        return []


class RequestsView(RequestsScreen):
    """All that is open, the oldest first."""

    template_name = "graves/admin/photo_requests.html"
    page_title = _("Requests for photographs")

    def get_context_data(self, **kwargs):
        page = Paginator(all_open_requests(), ON_A_PAGE).get_page(self.request.GET.get("p"))
        subjects = find_subjects({key_of(each.record) for each in page})
        rows = [(each, subjects.get(key_of(each.record))) for each in page]
        return super().get_context_data(rows=rows, page=page, **kwargs)


class CloseRequestView(RequestsScreen):
    template_name = "graves/admin/close_photo_request.html"
    page_title = _("Close a request")

    def trail(self):
        return [{"url": reverse("photo_requests:index"), "label": RequestsView.page_title}]

    @cached_property
    def asked(self) -> PhotoRequest:
        return get_object_or_404(all_open_requests(), pk=self.kwargs["pk"])

    def form(self, data=None) -> CloseForm:
        return CloseForm(data, language=self.asked.get_language_display())

    def get_context_data(self, **kwargs):
        key = key_of(self.asked.record)
        kwargs.setdefault("form", self.form())
        return super().get_context_data(
            asked=self.asked, subject=find_subjects([key]).get(key), **kwargs
        )

    def post(self, request, pk):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        how = RequestEnd(form.cleaned_data["how"])
        words = form.cleaned_data["words"]
        if close_request(self.asked, how=how, words=words, user=request.user):
            messages.success(request, gettext("The family is told by letter."))
        else:
            messages.info(request, gettext("It was closed meanwhile."))
        return redirect("photo_requests:index")


class PhotoRequestsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_close_requests(request.user)


class PhotoRequestsViewSet(ViewSet):
    name = "photo_requests"
    url_prefix = "photo-requests"
    icon = "image"
    menu_label = _("Requests for photographs")
    menu_order = 268
    add_to_admin_menu = True
    menu_item_class = PhotoRequestsMenuItem

    def get_urlpatterns(self):
        return [
            path("", RequestsView.as_view(), name="index"),
            path("<int:pk>/", CloseRequestView.as_view(), name="close"),
        ]

    @property
    def menu_url(self):
        return reverse("photo_requests:index")
