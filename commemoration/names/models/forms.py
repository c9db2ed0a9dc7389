"""The forms of people's names: each as somebody wrote it, none in place of another."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from commemoration.core.edtf.fields import EdtfField
from commemoration.names.enums import NameRole, Script


def words_of_sort_key() -> Func:
    """The words of a form of a name as the database compares them, and as it keeps them indexed.

    Of a sort key without an end so much as a word of an index may hold (2046 bytes).
    """
    return Func(
        F("sort_key"),
        template=(
            "array_to_tsvector(array_remove(string_to_array(left(%(expressions)s, 500), ' '), ''))"
        ),
        output_field=SearchVectorField(),
    )


class NameForm(models.Model):
    """One form of a person's name. A wrong reading stays, and a better one joins it.

    The columns after `dated` follow from the names (`services.forms`); a search reads them.
    """

    person = models.ForeignKey("names.NamedPerson", on_delete=models.CASCADE, related_name="forms")
    role = models.CharField(_("whose form"), max_length=20, choices=NameRole.choices)
    surname = models.CharField(_("surname"), max_length=200, blank=True)
    given_name = models.CharField(_("given name"), max_length=200, blank=True)
    patronymic = models.CharField(_("patronymic"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)
    dated = EdtfField(_("date of the source"))
    dated_earliest = models.DateField(null=True, editable=False)
    dated_latest = models.DateField(null=True, editable=False)

    script = models.CharField(max_length=10, choices=Script.choices, editable=False)
    sort_key = models.TextField(editable=False, db_collation="C")
    surname_sounds = ArrayField(models.TextField(), default=list, editable=False)
    given_keys = ArrayField(models.TextField(), default=list, editable=False)
    patronymic_keys = ArrayField(models.TextField(), default=list, editable=False)

    class Meta:
        verbose_name = _("form of a name")
        verbose_name_plural = _("forms of names")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "surname", "given_name", "patronymic"],
                name="name_form_once_for_each_role",
            ),
            models.CheckConstraint(
                condition=~Q(surname="") | ~Q(given_name=""), name="name_form_has_a_name"
            ),
        ]
        indexes = [
            GinIndex(
                fields=["surname_sounds"],
                name="name_form_surname_sounds",
                fastupdate=False,
            ),
            GinIndex(fields=["given_keys"], name="name_form_given_keys", fastupdate=False),
            GinIndex(words_of_sort_key(), name="name_form_words", fastupdate=False),
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, [self.surname, self.given_name, self.patronymic]))


class SurnameSound(models.Model):
    """A way in which some surname of the index sounds, and the keys that it is found by.

    A hundred Ivanovs share one row: the work of a search grows with the number of names, not of
    people.
    """

    sounds = models.TextField(primary_key=True)
    keys = ArrayField(models.TextField())

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="surname_sound_keys", fastupdate=False)]

    def __str__(self) -> str:
        return self.sounds
