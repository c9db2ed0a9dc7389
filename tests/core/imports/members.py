"""A small importer for the tests: a list of members of staff, recognised by their login."""

from django import forms

from commemoration.core.imports.columns import Column
from commemoration.core.imports.importer import OptionsForm
from commemoration.core.imports.records import RecordImporter
from commemoration.core.models import User


class MemberForm(forms.Form):
    login = forms.SlugField()
    given_name = forms.CharField(max_length=20)
    family_name = forms.CharField(required=False)
    mail = forms.EmailField(required=False)


class MemberOptionsForm(OptionsForm):
    city = forms.CharField(required=False)


class MemberImporter(RecordImporter):
    key = "members"
    label = "Members"
    description = "A list of members."
    accepts_files = True
    options_form_class = MemberOptionsForm
    fields = {"given_name": "first_name", "family_name": "last_name", "mail": "email"}

    def columns(self, options):
        return [
            Column("login", "Login", required=True, aliases=("identifier",)),
            Column("given_name", "Given name", required=True, aliases=("title",), shared=True),
            Column("family_name", "Family name", shared=True),
            Column("mail", "Mail", preferred=("work_mail",)),
        ]

    def may_import(self, user):
        return user.is_superuser

    def validate_row(self, values, context):
        return MemberForm(values)

    def check_list(self, mapping, shared, context):
        errors = MemberForm(shared).errors
        return {name: list(errors[name]) for name in shared if name in errors}

    def natural_key(self, cleaned):
        return cleaned["login"]

    def find(self, key, context):
        return User.objects.filter(username=key).first()

    def get(self, object_id):
        return User.objects.filter(pk=object_id).first()

    def current_values(self, record):
        return {name: getattr(record, field) for name, field in self.fields.items()}

    def wanted_values(self, cleaned, record, context):
        return {name: cleaned[name] for name in self.fields if cleaned[name]}

    def create(self, key, cleaned, wanted, context):
        values = {self.fields[name]: value for name, value in wanted.items()}
        return User.objects.create(username=key, **values)

    def update(self, record, changed, cleaned, context):
        self.restore(record, changed, {}, context)
        return {}

    def restore(self, record, before, memo, context):
        for name, value in before.items():
            setattr(record, self.fields[name], value or "")
        record.save()

    def remove(self, record, context):
        record.delete()
        return ""
