"""The screen on which many texts are translated side by side, twenty photographs at a time."""

from collections import Counter

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from photos.admin_filters import PhotoFilterSet
from photos.enums import TextLanguage
from photos.forms.captions import BatchForm
from photos.permissions import may_translate_texts
from photos.selectors.caption_batches import done_in, progress_of
from photos.services.captions import Outcome, TextChangedMeanwhile, translate_text
from photos.translating.batches import Row, asked_photos, photos_of, rows_of

PHOTOS_ON_A_PAGE = 20


class TranslatingView(WagtailAdminTemplateMixin, TemplateView):
    """GET asks for the batch and shows a page of it; POST saves what was changed there."""

    template_name = "photos/admin/captions/screen.html"
    header_icon = "globe"
    page_title = _("Translate texts")

    def dispatch(self, request, *args, **kwargs):
        if not may_translate_texts(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    @cached_property
    def batch_form(self) -> BatchForm:
        return BatchForm(self.request.GET if "language" in self.request.GET else None)

    @property
    def language(self) -> str:
        return self.batch_form.cleaned_data["language"]

    def get(self, request, *args, **kwargs):
        if not self.batch_form.is_valid():
            return self.render_to_response(self.get_context_data())
        photos = asked_photos(request)
        waiting = photos.exclude(done_in(self.language)) if self.is_missing_only else photos
        page = Paginator(waiting.visible_order(), PHOTOS_ON_A_PAGE).get_page(request.GET.get("p"))
        rows = rows_of(_whole(page.object_list), self.language, self.batch_form.sources)
        return self.answer(rows, page=page)

    @property
    def is_missing_only(self) -> bool:
        return self.batch_form.is_missing_only

    def post(self, request, *args, **kwargs):
        if not self.batch_form.is_valid():
            return self.render_to_response(self.get_context_data(), status=422)
        sent = [int(each) for each in request.POST.getlist("photo") if each.isdecimal()]
        ids = set(sent[:PHOTOS_ON_A_PAGE])
        # One that was withdrawn meanwhile keeps its words on the screen, with the reason.
        photos = _whole(photos_of(request.user, with_withdrawn=True).filter(pk__in=ids))
        rows = rows_of(photos.visible_order(), self.language, self.batch_form.sources, request.POST)
        self.tell_lost(len(ids) - len(rows))
        outcomes = Counter(self.save(row) for row in rows)
        self.tell(outcomes)
        if outcomes[None]:
            return self.answer(rows, status=422)
        return redirect(request.get_full_path())

    def save(self, row: Row) -> Outcome | None:
        """None for what stays on the screen, with what was typed and with the reason."""
        if not row.form.is_valid():
            return None
        try:
            outcome = translate_text(
                row.photo.pk,
                language=self.language,
                words=row.form.words,
                seen=row.form.cleaned_data["seen"],
                publish="publish" in self.request.POST,
                user=self.request.user,
            )
        except TextChangedMeanwhile as change:
            row.theirs = change.words
            row.form.is_seen(change.words)
            return None
        except ValidationError as refusal:
            row.form.add_error(None, refusal.messages)
            return None
        row.is_saved = outcome != Outcome.UNCHANGED
        row.form.is_seen(row.form.words)
        return outcome

    def tell_lost(self, number: int) -> None:
        """Of photographs that were deleted meanwhile, or given to another institution."""
        if number:
            text = ngettext(
                "%(number)s photograph is gone or no longer yours to describe: its text was not "
                "saved.",
                "%(number)s photographs are gone or no longer yours to describe: their texts were "
                "not saved.",
                number,
            )
            messages.error(self.request, text % {"number": number})

    def tell(self, outcomes: Counter) -> None:
        saved = sum(outcomes[each] for each in Outcome if each != Outcome.UNCHANGED)
        if saved:
            text = ngettext("%(number)s text is saved.", "%(number)s texts are saved.", saved)
            messages.success(self.request, text % {"number": saved})
        if kept := outcomes[Outcome.KEPT_AS_DRAFT]:
            text = ngettext(
                "%(number)s text is not public yet: other changes of its photograph wait too. "
                "Publish them together on the photograph's own screen.",
                "%(number)s texts are not public yet: other changes of their photographs wait "
                "too. Publish them together on the photographs' own screens.",
                kept,
            )
            messages.warning(self.request, text % {"number": kept})
        if refused := outcomes[None]:
            text = ngettext(
                "%(number)s text could not be saved. It is kept below, with the reason.",
                "%(number)s texts could not be saved. They are kept below, with the reasons.",
                refused,
            )
            messages.error(self.request, text % {"number": refused})
        if not (saved or outcomes[None]):
            messages.info(self.request, _("Nothing was changed."))

    def answer(self, rows: list[Row], page=None, status=200):
        context = self.get_context_data(
            rows=rows,
            page=page,
            progress=progress_of(asked_photos(self.request), self.language),
            language=TextLanguage(self.language),
            has_unsaved=status != 200,
            may_publish=self.request.user.has_perm("photos.publish_photo"),
            query=_without(self.request.GET, "p"),
        )
        return self.render_to_response(context, status=status)

    def get_context_data(self, **kwargs):
        filters = PhotoFilterSet(
            self.request.GET, queryset=photos_of(self.request.user), request=self.request
        )
        return super().get_context_data(
            batch_form=self.batch_form,
            filters=filters.form,
            chosen=self.request.GET.getlist("id"),
            words=self.request.GET.get("q", ""),
            **kwargs,
        )


def _whole(photos):
    return photos.select_related("image", "collection").prefetch_related("texts")


def _without(query: QueryDict, name: str) -> str:
    kept = query.copy()
    kept.pop(name, None)
    return f"{kept.urlencode()}&"
