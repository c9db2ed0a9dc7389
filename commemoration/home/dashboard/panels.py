"""What the first page of the admin shows: the work that waits for whoever looks at it."""

from datetime import timedelta

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from commemoration.core.outbox.permissions import may_handle_letters
from commemoration.submissions.permissions import may_review_any
from commemoration.submissions.selectors.waiting import median_wait
from photos.permissions import may_handle_reports

from . import selectors
from .selectors import Waiting


class WaitingPanel(Component):
    """A list of what waits; says so when nothing does."""

    template_name = "home/dashboard/panel.html"
    name: str
    heading: str
    empty: str

    class Media:
        css = {"all": ["css/admin/dashboard.css"]}

    def waiting(self, user) -> Waiting:
        raise NotImplementedError

    def remarks(self, user) -> list[str]:
        """Sentences below the list."""
        return []

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {
            "name": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "waiting": self.waiting(user),
            "remarks": self.remarks(user),
        }


class ModerationPanel(WaitingPanel):
    name, order = "waiting-moderation", 10
    heading = _("Waiting for your approval")
    empty = _("Nothing waits for your approval.")

    def waiting(self, user):
        return selectors.in_moderation(user)


class ImportsPanel(WaitingPanel):
    name, order = "waiting-imports", 20
    heading = _("Unfinished imports")
    empty = _("No import is unfinished.")

    def waiting(self, user):
        return selectors.unfinished_imports(user)


class ErrorReportsPanel(WaitingPanel):
    name, order = "waiting-error-reports", 15
    heading = _("Errors that readers report")
    empty = _("No reported error waits.")

    def waiting(self, user):
        return selectors.reported_errors(user)

    def remarks(self, user):
        number = selectors.open_error_reports(user).count()
        text = ngettext(
            "%(number)s report waits in all.", "%(number)s reports wait in all.", number
        )
        return [text % {"number": number}] if number else []


class SubmissionsPanel(WaitingPanel):
    name, order = "waiting-submissions", 12
    heading = _("Submissions that wait for review")
    empty = _("No submission waits for review.")

    def waiting(self, user):
        return selectors.submissions_to_review(user)

    def remarks(self, user):
        median = median_wait(user)
        if median is None:
            return []
        return [
            gettext(
                "Half of those decided on lately (30 days, 1,000 at most) "
                "had waited for %(time)s or less."
            )
            % {"time": time_in_words(median)}
        ]


class ObjectionsPanel(WaitingPanel):
    """Above the submissions: the law gives a date by which each is to be answered."""

    name, order = "waiting-objections", 11
    heading = _("Objections to be answered")
    empty = _("No objection waits for an answer.")

    def waiting(self, user):
        return selectors.objections_to_answer(user)


def time_in_words(time: timedelta) -> str:
    """“3 days”, or “5 hours” below two days; at least one hour."""
    hours = max(1, round(time.total_seconds() / 3600))
    if hours < 48:
        return ngettext("%(number)s hour", "%(number)s hours", hours) % {"number": hours}
    days = round(hours / 24)
    return ngettext("%(number)s day", "%(number)s days", days) % {"number": days}


class TranslationsPanel(WaitingPanel):
    name, order = "waiting-translations", 30
    heading = _("Missing translations")
    empty = _("Every published page exists in every language.")

    def waiting(self, user):
        return selectors.untranslated_pages(user)

    def remarks(self, user):
        numbers = selectors.untranslated_photos(user)
        return [remark_on_photos(code, number) for code, number in numbers.items()]


def remark_on_photos(code: str, number: int) -> str:
    """“3 photographs have no text in Dutch.”"""
    sentences = {
        "en": ngettext(
            "%(number)s published photograph has no text in English.",
            "%(number)s published photographs have no text in English.",
            number,
        ),
        "fr": ngettext(
            "%(number)s published photograph has no text in French.",
            "%(number)s published photographs have no text in French.",
            number,
        ),
        "nl": ngettext(
            "%(number)s published photograph has no text in Dutch.",
            "%(number)s published photographs have no text in Dutch.",
            number,
        ),
        "ru": ngettext(
            "%(number)s published photograph has no text in Russian.",
            "%(number)s published photographs have no text in Russian.",
            number,
        ),
    }
    return sentences[code] % {"number": number}


class GapsPanel(WaitingPanel):
    name, order = "waiting-gaps", 35
    heading = _("Gaps in the photographs")
    empty = _("No published photograph lacks its place, its date or a description.")

    def waiting(self, user):
        return selectors.gaps_in_photos(user)


class DraftsPanel(WaitingPanel):
    name, order = "waiting-drafts", 40
    heading = _("Drafts older than a month")
    empty = _("No draft is older than a month.")

    def waiting(self, user):
        return selectors.forgotten_drafts(user)


class LettersPanel(WaitingPanel):
    """For the site managers."""

    name, order = "waiting-letters", 50
    heading = _("Letters that did not arrive")
    empty = _("Every letter has arrived or is on its way.")

    def waiting(self, user):
        return selectors.letters_not_delivered()


def add_panels(request, panels):
    """In place of Wagtail's list of what to approve, which grows without end."""
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels += [ModerationPanel(), ImportsPanel(), TranslationsPanel(), GapsPanel(), DraftsPanel()]
    if may_handle_reports(request.user):
        panels.append(ErrorReportsPanel())
    if may_review_any(request.user):
        panels += [ObjectionsPanel(), SubmissionsPanel()]
    if may_handle_letters(request.user):
        panels.append(LettersPanel())
