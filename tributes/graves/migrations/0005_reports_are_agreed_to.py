from django.db import migrations

from tributes.graves.triggers import HOLD_REPORTS, LET_REPORTS_GO


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0004_one_consent_stands"),
        ("graves", "0004_caretakers"),
        ("submissions", "0003_objections_and_edited_pictures"),
    ]

    operations = [migrations.RunSQL(HOLD_REPORTS, LET_REPORTS_GO)]
