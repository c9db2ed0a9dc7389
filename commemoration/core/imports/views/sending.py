"""Where a list comes in, with its files: chosen, sent, and the files sent again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .. import permissions, services
from ..columns import missing_columns, unknown_headers
from ..enums import BatchState
from ..forms import FilesForm, UploadForm
from ..importer import ImportContext, Importer
from ..models import ImportBatch
from ..registry import importer_for
from .screens import BatchMixin, ImportScreen


class ChooseView(ImportScreen):
    template_name = "imports/choose.html"
    page_subtitle = gettext_lazy("New import")

    def get(self, request, *args, **kwargs):
        importers = permissions.importers_for(request.user)
        if len(importers) == 1:
            return redirect("imports:upload", key=importers[0].key)
        return self.render_to_response(self.get_context_data(importers=importers))


class UploadView(ImportScreen):
    template_name = "imports/upload.html"

    @cached_property
    def importer(self):
        importer = importer_for(self.kwargs["key"])
        if importer not in permissions.importers_for(self.request.user):
            raise PermissionDenied
        return importer

    def get_page_subtitle(self):
        return self.importer.label

    def forms(self, data=None, files=None):
        upload = UploadForm(
            data, files, accepts_files=self.importer.accepts_files, user=self.request.user
        )
        options = self.importer.options_form_class(data, user=self.request.user)
        return upload, options

    def get(self, request, *args, **kwargs):
        upload, options = self.forms()
        return self.answer(upload, options)

    def post(self, request, *args, **kwargs):
        upload, options = self.forms(request.POST, request.FILES)
        if not all([upload.is_valid(), options.is_valid()]):
            return self.ask_again(upload, options)
        file = upload.cleaned_data["file"]
        kept = {"original_name": file.name, "options": options.options(), "user": request.user}
        try:
            batch = services.start_batch(importer=self.importer, file=file, **kept)
        except services.ImportRefused as refusal:
            upload.add_error(refusal.field, refusal.message)
            return self.ask_again(upload, options)
        return self.take_files(batch, upload) or go_on(batch, self.importer)

    def ask_again(self, upload, options):
        """What is wrong with the list does not lose the files, which take long to send."""
        if archive := upload.cleaned_data.get("archive"):
            try:
                upload.keep_files(services.set_files_aside(archive, user=self.request.user))
            except services.ImportRefused as refusal:
                upload.add_error(refusal.field, refusal.message)
        return self.answer(upload, options, status=422)

    def take_files(self, batch, upload):
        """The list is kept, whatever is wrong with the files: they alone are asked for again."""
        archive = upload.cleaned_data.get("archive")
        server_folder = upload.cleaned_data.get("server_folder", "")
        kept = upload.cleaned_data.get("kept_files")
        if not (archive or server_folder or kept):
            return None
        try:
            claimed = None
            if not (archive or server_folder):
                claimed = services.claim_files(kept, user=self.request.user)
            services.replace_files(
                batch, archive=archive, server_folder=server_folder, claimed=claimed
            )
        except services.ImportRefused as refusal:
            messages.error(self.request, refusal.message)
            return redirect("imports:files", pk=batch.pk)
        return None

    def answer(self, upload, options, status=200):
        context = self.get_context_data(
            forms=[upload, options], importer=self.importer, columns=self.importer.columns({})
        )
        return self.render_to_response(context, status=status)


class FilesView(BatchMixin, ImportScreen):
    """Other files for a list that is here already."""

    template_name = "imports/files.html"

    def get_page_subtitle(self):
        return _("Files for %(name)s") % {"name": self.batch.original_name}

    def get(self, request, *args, **kwargs):
        return self.answer(FilesForm())

    def post(self, request, *args, **kwargs):
        form = FilesForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.answer(form, status=422)
        were_matched = self.batch.state == BatchState.CHECKED
        try:
            services.replace_files(
                self.batch,
                archive=form.cleaned_data.get("archive"),
                server_folder=form.cleaned_data.get("server_folder", ""),
            )
            return go_on(self.batch, self.importer, were_matched=were_matched)
        except services.ImportRefused as refusal:
            field = refusal.field if refusal.field in form.fields else None
            form.add_error(field, refusal.message)
            return self.answer(form, status=422)

    def answer(self, form, status=200):
        context = self.get_context_data(form=form, batch=self.batch)
        return self.render_to_response(context, status=status)


def go_on(batch: ImportBatch, importer: Importer, *, were_matched: bool = False) -> HttpResponse:
    """Straight to the check if every header was recognised, else to the columns.

    `were_matched` says that somebody has left out already what is not recognised.
    """
    unknown = [] if were_matched else unknown_headers(batch.headers, batch.mapping)
    missing = missing_columns(importer.columns(batch.options), batch.mapping, batch.shared_values)
    context = ImportContext(options=batch.options, language=get_language())
    if unknown or missing or importer.check_list(batch.mapping, batch.shared_values, context):
        return redirect("imports:columns", pk=batch.pk)
    services.dry_run(batch)
    return redirect("imports:batch", pk=batch.pk)
