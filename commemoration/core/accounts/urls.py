"""Addresses below /admin/."""

from django.urls import path

from .views import second_factor, translations

urlpatterns = [
    path("second-factor/", second_factor.SecondFactorView.as_view(), name="second_factor"),
    path("second-factor/code/", second_factor.CodeView.as_view(), name="second_factor_code"),
    path("second-factor/phone/", second_factor.SetUpView.as_view(), name="second_factor_set_up"),
    path(
        "second-factor/phone/qr.svg",
        second_factor.QrCodeView.as_view(),
        name="second_factor_qr_code",
    ),
    path(
        "second-factor/recovery-codes/",
        second_factor.RecoveryCodesView.as_view(),
        name="second_factor_recovery_codes",
    ),
    path(
        "second-factor/reset/<int:pk>/",
        second_factor.ResetView.as_view(),
        name="second_factor_reset",
    ),
    # Before wagtail-localize's own, which do not ask whose page it is.
    path(
        "localize/submit/page/<int:page_id>/",
        translations.SubmitOwnPageView.as_view(),
        name="submit_own_page_translation",
    ),
    path(
        "localize/update/<int:translation_source_id>/",
        translations.UpdateOwnTranslationsView.as_view(),
        name="update_own_translations",
    ),
]
