"""What the database itself holds of contributions, as SQL for the migrations.

Nothing that a visitor has told is public without a consent that stands and covers it.
"""

HOLD = """
CREATE FUNCTION graves_hold_contribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.is_public AND NOT EXISTS (
            SELECT 1 FROM core_consentrecord record
            WHERE record.purpose = NEW.kind AND record.subject = NEW.key
                AND record.ended_at IS NULL AND 'page' = ANY (record.scopes)) THEN
        RAISE EXCEPTION 'A contribution is not public without consent.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER graves_hold_contribution BEFORE INSERT OR UPDATE ON graves_contribution
    FOR EACH ROW EXECUTE FUNCTION graves_hold_contribution();

CREATE FUNCTION graves_hold_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM graves_contribution told
               WHERE told.key = NEW.subject AND told.is_public)
        AND NOT EXISTS (
            SELECT 1 FROM core_consentrecord record
            WHERE record.purpose = NEW.purpose AND record.subject = NEW.subject
                AND record.ended_at IS NULL AND 'page' = ANY (record.scopes)) THEN
        RAISE EXCEPTION 'Take the contribution down before the consent ends.'
            USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
-- At the end of the transaction: a consent may be replaced within it.
CREATE CONSTRAINT TRIGGER graves_hold_consent AFTER UPDATE ON core_consentrecord
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.purpose LIKE 'grave-%' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION graves_hold_consent();
"""
LET_GO = """
DROP TRIGGER graves_hold_consent ON core_consentrecord;
DROP TRIGGER graves_hold_contribution ON graves_contribution;
DROP FUNCTION graves_hold_consent(), graves_hold_contribution();
"""
