from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "commemoration.core"
    label = "core"

    def ready(self) -> None:
        from commemoration.core.accounts.jobs import register_account_jobs
        from commemoration.core.checks.register import register_checks
        from commemoration.core.imports.jobs import register_import_jobs
        from commemoration.core.invariants.register import register_core_invariants
        from commemoration.core.media.jobs import register_media_jobs
        from commemoration.core.outbox.jobs import register_outbox_jobs
        from commemoration.core.rate_limits.jobs import register_rate_limit_jobs
        from commemoration.core.runtime.jobs import register_house_jobs
        from commemoration.core.runtime.tether import follow_runner

        register_checks()
        register_account_jobs()
        register_house_jobs()
        register_core_invariants()
        register_import_jobs()
        register_media_jobs()
        register_outbox_jobs()
        register_rate_limit_jobs()
        follow_runner()
