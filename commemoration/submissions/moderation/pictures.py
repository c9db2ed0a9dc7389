"""The pictures of a submission: shown to who may review it, added by staff if it came on paper."""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from PIL import Image

from commemoration.core.ingest.refusals import PictureRefused
from commemoration.core.media.ranges import file_response
from commemoration.submissions.enums import EDITABLE_STATES, PictureState
from commemoration.submissions.models.pictures import SubmittedPicture, submitted_storage
from commemoration.submissions.moderation.screens import OneSubmission, SubmissionScreen
from commemoration.submissions.services.pictures import (
    add_picture,
    change_picture,
    put_first,
    remove_picture,
)
from commemoration.submissions.services.public_pictures import JPEG, cut
from commemoration.submissions.staff_forms.entry import AddPictureForm, PictureForm

PRIVATE = "private, no-store"


class PictureView(OneSubmission, View):
    """A picture as it was sent; small with `?small`, as it would be published with `?shown`."""

    def get(self, request, *args, **kwargs):
        pictures = self.submission.pictures.filter(state=PictureState.READY)
        picture = get_object_or_404(pictures, uuid=kwargs["uuid"])
        if "shown" in request.GET:
            return _shown(picture)
        file = picture.preview if "small" in request.GET else picture.picture
        return file_response(request, submitted_storage(), file.name, cache_control=PRIVATE)


def _shown(picture: SubmittedPicture) -> HttpResponse:
    """The part that its sender has chosen, made from the small picture."""
    made = BytesIO()
    try:
        with Image.open(submitted_storage().path(picture.preview.name)) as opened:
            cut(opened, picture.turns, picture.crop).save(made, **JPEG)
    except FileNotFoundError as gone:
        raise Http404 from gone
    headers = {"Cache-Control": PRIVATE, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(made.getvalue(), content_type="image/jpeg", headers=headers)


class PaperPicturesView(SubmissionScreen):
    """The pictures that came with a paper: POST adds one, changes it, takes it out."""

    template_name = "submissions/admin/pictures.html"
    page_title = _("Pictures")

    def dispatch(self, request, *args, **kwargs):
        if not (self.submission.on_paper and self.submission.state in EDITABLE_STATES):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        typed = kwargs.pop("typed", {})
        pictures = self.submission.pictures.all()
        rows = [(each, typed.get(each.pk) or _form_of(each)) for each in pictures]
        kind = self.submission.of_kind
        return super().get_context_data(
            submission=self.submission,
            kind=kind,
            rows=rows,
            may_add=len(rows) < kind.most_pictures,
            add_form=kwargs.pop("add_form", None) or AddPictureForm(),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        action = request.POST.get("action", "")
        if action == "add":
            return self.add()
        picture = self.find(request.POST.get("picture", ""))
        if action == "remove":
            remove_picture(picture)
        elif action == "first":
            put_first(picture)
        else:
            return self.change(picture)
        return redirect(request.get_full_path())

    def find(self, uuid: str) -> SubmittedPicture:
        try:
            return get_object_or_404(self.submission.pictures, uuid=uuid)
        except ValidationError as no_uuid:
            raise Http404 from no_uuid

    def add(self):
        form = AddPictureForm(self.request.POST, self.request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                add_picture(submission=self.submission, file=file, name=file.name)
            except PictureRefused as refusal:
                form.add_error("file", refusal.message)
            except ValidationError as refusal:
                form.add_error("file", refusal)
            else:
                return redirect(self.request.get_full_path())
        return self.render_to_response(self.get_context_data(add_form=form), status=422)

    def change(self, picture: SubmittedPicture):
        form = PictureForm(self.request.POST, prefix=f"picture-{picture.pk}")
        if not form.is_valid():
            context = self.get_context_data(typed={picture.pk: form})
            return self.render_to_response(context, status=422)
        change_picture(picture=picture, crop=picture.crop, **form.cleaned_data)
        messages.success(self.request, gettext("Saved."))
        return redirect(self.request.get_full_path())


def _form_of(picture: SubmittedPicture) -> PictureForm:
    said = {"caption": picture.caption, "alive": picture.alive, "turns": picture.turns}
    return PictureForm(initial=said, prefix=f"picture-{picture.pk}")
