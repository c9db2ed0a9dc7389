"""What is shown of organisations."""

from dataclasses import dataclass

from django.db.models import Prefetch

from commemoration.core.languages.texts import DisplayText, pick, reading_order

from .enums import RELATION_BACKWARDS, ReferenceKind
from .models import Organisation, OrganisationReference, OrganisationRelation


@dataclass(frozen=True)
class RelatedOrganisation:
    """`relation` in words, as "was a part of"; `url` is "" while the other is not public."""

    relation: str
    name: str
    url: str


@dataclass(frozen=True)
class OrganisationPage:
    organisation: Organisation
    name: DisplayText
    short_name: str
    other_names: list[tuple[str, str]]
    description: DisplayText | None
    relations: list[RelatedOrganisation]
    sources: list[OrganisationReference]
    links: list[OrganisationReference]


def organisation_by_slug(slug: str) -> Organisation | None:
    """The record, public or not, with all that its page shows. Seven queries."""
    others = OrganisationRelation.objects.select_related("other").prefetch_related("other__texts")
    to_it = OrganisationRelation.objects.select_related("organisation")
    return (
        Organisation.objects.filter(slug=slug)
        .prefetch_related(
            "texts",
            "references",
            Prefetch("relations", queryset=others),
            Prefetch("relations_to_it", queryset=to_it.prefetch_related("organisation__texts")),
        )
        .first()
    )


def organisation_page(organisation: Organisation, language: str) -> OrganisationPage:
    """All that the page shows, for a reader of `language`. No query."""
    texts, order = list(organisation.texts.all()), reading_order(language)
    name = pick(texts, "name", order) or DisplayText(organisation.slug, language)
    short_name = pick(texts, "short_name", order)
    references = list(organisation.references.all())
    return OrganisationPage(
        organisation=organisation,
        name=name,
        short_name=str(short_name or ""),
        other_names=[
            (text.language, text.name)
            for text in texts
            if text.language != name.language and text.name != str(name)
        ],
        description=pick(texts, "description", order),
        relations=_relations(organisation, language),
        sources=[each for each in references if each.kind == ReferenceKind.SOURCE],
        links=[each for each in references if each.kind == ReferenceKind.LINK],
    )


def _relations(organisation: Organisation, language: str) -> list[RelatedOrganisation]:
    forwards = [(row.get_kind_display(), row.other) for row in organisation.relations.all()]
    backwards = [
        (str(RELATION_BACKWARDS[row.kind]), row.organisation)
        for row in organisation.relations_to_it.all()
    ]
    return [
        RelatedOrganisation(
            relation, other.name_in(language), other.get_absolute_url() if other.live else ""
        )
        for relation, other in (*forwards, *backwards)
    ]
