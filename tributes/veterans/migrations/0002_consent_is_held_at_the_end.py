from django.db import migrations

from tributes.veterans.triggers import HOLD_AT_ONCE, HOLD_AT_THE_END


class Migration(migrations.Migration):
    dependencies = [("core", "0004_one_consent_stands"), ("veterans", "0001_initial")]

    operations = [migrations.RunSQL(HOLD_AT_THE_END, HOLD_AT_ONCE)]
