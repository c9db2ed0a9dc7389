from django.db import migrations, models

END_ALL_BUT_THE_NEWEST = """
UPDATE core_consentrecord older SET ended_at = now(), ended_how = 'replaced'
WHERE older.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM core_consentrecord newer
    WHERE newer.purpose = older.purpose AND newer.subject = older.subject
        AND newer.ended_at IS NULL AND newer.id > older.id);
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0003_consent")]

    operations = [
        migrations.RunSQL(END_ALL_BUT_THE_NEWEST, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="consentrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("purpose", "subject"),
                name="one_consent_stands",
                violation_error_message=(
                    "Somebody else has recorded a consent of this person just now. Look at it, and "
                    "record this one again if it is the newer."
                ),
            ),
        ),
    ]
