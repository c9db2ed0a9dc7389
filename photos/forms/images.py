"""Forms of the photo archive."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.search import index as search_index

from commemoration.core.ingest.limits import MEGABYTE, MEGAPIXEL, STAFF
from commemoration.core.ingest.refusals import PictureRefused
from photos.models.images import ArchiveImage
from photos.services.pictures import read_picture, save_replaced


class PictureFileField(WagtailImageField):
    """A picture by its content, whatever its name; nothing of it is decoded in this process."""

    default_validators = []

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = _(
            "JPEG, PNG, TIFF, WebP or HEIC, at most %(megabytes)s MB and %(megapixels)s megapixels."
        ) % {
            "megabytes": STAFF.max_bytes // MEGABYTE,
            "megapixels": STAFF.max_pixels // MEGAPIXEL,
        }

    def to_python(self, data):
        return forms.FileField.to_python(self, data)


class ArchiveImageForm(BaseImageForm):
    """Wagtail's image form, whose file goes through ingest before anything is stored."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pending = None
        if "file" in self.fields:
            plain = self.fields["file"]
            self.fields["file"] = PictureFileField(
                label=plain.label, required=plain.required, widget=plain.widget
            )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" not in self.changed_data or not upload:
            return upload
        try:
            self.pending = read_picture(upload, upload.name)
        except PictureRefused as refusal:
            raise ValidationError(refusal.message, code=refusal.code) from refusal
        except OSError as error:
            raise ValidationError(
                _("The server has no room for this picture now. Try again later."), code="no_room"
            ) from error
        self._refuse_twin(self.pending.picture.sha256)
        # From here on Wagtail only meets the re-encoded picture, never what was sent.
        return File(self.pending.picture.path.open("rb"), name="picture.jpg")

    def _refuse_twin(self, sha256: str) -> None:
        """A file is kept once; whoever sends it again is told where it is."""
        twin = ArchiveImage.objects.with_checksum(sha256).exclude(pk=self.instance.pk).first()
        if twin:
            self.pending = None
            raise ValidationError(
                _("This very file is in the archive already: %(title)s, %(address)s"),
                code="twin",
                params={
                    "title": twin.title,
                    "address": reverse("wagtailimages:edit", args=[twin.pk]),
                },
            )

    def clean(self):
        cleaned_data = super().clean()
        if self.pending and self.errors and not self.instance.pk:
            # Wagtail's upload screen would else store the file as it came, outside ingest.
            self.add_error(
                "file",
                ValidationError(
                    _(
                        "The picture was not kept, because another field needs correcting. "
                        "Correct it and choose the picture again."
                    ),
                    code="not_kept",
                ),
            )
        return cleaned_data

    def save(self, commit=True):  # noqa: FBT002 - Django's signature
        if self.pending is None:
            return super().save(commit=commit)
        self.instance.pending = self.pending
        if not commit:
            return super(BaseImageForm, self).save(commit=False)
        with transaction.atomic():
            super(BaseImageForm, self).save(commit=False)
            if self.instance.pk:
                save_replaced(self.instance)
            else:
                self.instance.save()
            self.save_m2m()
        search_index.insert_or_update_object(self.instance)
        return self.instance
