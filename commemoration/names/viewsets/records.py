"""The screens of records that are people of the index of names."""

from commemoration.core.publication.viewsets import (
    RecordEditView,
    RecordViewSet,
    SavedByHandCreateView,
)


class SettlesPerson:
    """Before the form (`NewNameForm`) is saved, the index says the same as the record."""

    settle_person = None

    def save_instance(self):
        self.settle_person(self.form.instance, self.form.new_names)
        return super().save_instance()


class PersonCreateView(SettlesPerson, SavedByHandCreateView):
    pass


class PersonEditView(SettlesPerson, RecordEditView):
    pass


class PersonRecordViewSet(RecordViewSet):
    """`settle_person` is the service of the app that writes what the index is told: (record, forms
    of the name to add)."""

    settle_person = None
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView

    def get_add_view_kwargs(self, **kwargs):
        return super().get_add_view_kwargs(**kwargs) | {"settle_person": self.settle_person}

    def get_edit_view_kwargs(self, **kwargs):
        return super().get_edit_view_kwargs(**kwargs) | {"settle_person": self.settle_person}
