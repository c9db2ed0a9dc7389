"""What a photograph is found by."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Value


class PhotoWords(models.Model):
    """All words of one photograph, and its values of every facet in one text.

    Triggers keep the row, whoever writes the photograph or a text: see `photos.search_words`.
    """

    photo = models.OneToOneField(
        "photos.Photo", on_delete=models.CASCADE, primary_key=True, related_name="words"
    )
    words = SearchVectorField(default="", editable=False)
    in_titles = models.GeneratedField(
        expression=Func(
            F("words"),
            Value("{a}"),
            function="ts_filter",
            template='%(function)s(%(expressions)s::"char"[])',
            output_field=SearchVectorField(),
        ),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    facets = models.TextField(default="", editable=False)
    # The values of facets in one number: all of them together tell whether any has changed.
    digest = models.GeneratedField(
        expression=Func(F("facets"), F("photo_id"), function="hashtextextended"),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="photo_words"),
            GinIndex(fields=["in_titles"], name="photo_words_in_titles"),
            models.Index(fields=["digest"], name="photo_facets_digest"),
        ]

    def __str__(self):
        return str(self.photo_id)
