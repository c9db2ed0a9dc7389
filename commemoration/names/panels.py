"""The forms of a name on the screen of the record that they belong to."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, Panel

from commemoration.names.selectors.written import written_names


class NamesPanel(Panel):
    """Lists the forms of the `NamedPerson` that the record points to by `relation`, and leads to
    where they are corrected."""

    def __init__(self, relation: str = "named_person", **kwargs):
        super().__init__(**kwargs)
        self.relation = relation

    def clone_kwargs(self):
        return super().clone_kwargs() | {"relation": self.relation}

    class BoundPanel(Panel.BoundPanel):
        template_name = "names/admin/panel.html"

        def get_context_data(self, parent_context=None):
            relation = self.panel.relation
            is_named = getattr(self.instance, f"{relation}_id") is not None
            person = getattr(self.instance, relation) if is_named else None
            return super().get_context_data(parent_context) | {
                "person": person and person.pk,
                "names": written_names(person),
            }


def new_name_panel(*more: Panel) -> MultiFieldPanel:
    """The fields of `NewNameForm`, and `more` below them."""
    return MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("name_role"), FieldPanel("name_language")]),
            FieldRowPanel(
                [
                    FieldPanel("name_surname"),
                    FieldPanel("name_given"),
                    FieldPanel("name_patronymic"),
                ]
            ),
            FieldRowPanel([FieldPanel("name_source"), FieldPanel("name_dated")]),
            *more,
        ],
        heading=_("Add a form of the name"),
    )
