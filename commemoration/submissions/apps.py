from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    name = "commemoration.submissions"
    label = "submissions"

    def ready(self):
        from commemoration.core.accounts.groups import SECTION_EDITORS, register_group_permissions
        from commemoration.submissions.jobs import register_submission_jobs
        from commemoration.submissions.own_data import register_own_data

        register_own_data()
        register_submission_jobs()
        register_group_permissions(
            SECTION_EDITORS,
            tuple(
                f"submissions.{action}_{model}"
                for model in ("answertext", "deniedname")
                for action in ("add", "change", "delete", "view")
            ),
        )
