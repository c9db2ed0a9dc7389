"""What the database itself holds of contributions and of reports, as SQL for the migrations.

Nothing that a visitor or a caretaker has told is public without a consent that stands and covers
it; a visit that a caretaker reported, not without the submission that was accepted either.
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

HOLD_REPORTS = """
CREATE FUNCTION graves_require_report(visit bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (EXISTS (SELECT 1 FROM graves_conditionentry WHERE id = visit AND is_reported)
            OR EXISTS (SELECT 1 FROM graves_caretakerreport WHERE condition_id = visit))
        AND NOT EXISTS (
            SELECT 1 FROM graves_caretakerreport report
            JOIN graves_conditionentry entry
                ON entry.id = report.condition_id AND entry.site_id = report.site_id
            JOIN submissions_submission sent ON sent.id = report.submission_id
            JOIN core_consentrecord record ON record.subject = sent.key
            WHERE report.condition_id = visit AND entry.is_reported AND sent.is_public
                AND sent.kind = 'caretaker-report' AND record.purpose = 'caretaker_reports'
                AND record.ended_at IS NULL AND 'site' = ANY (record.scopes)) THEN
        RAISE EXCEPTION 'A reported visit is public by an accepted report with consent only.'
            USING ERRCODE = '23514';
    END IF;
END $$;

CREATE FUNCTION graves_hold_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.is_reported AND NOT NEW.is_reported THEN
        RAISE EXCEPTION 'What a caretaker has reported stays reported.' USING ERRCODE = '23514';
    END IF;
    PERFORM graves_require_report(NEW.id);
    RETURN NULL;
END $$;
-- All at the end of the transaction: a visit, its report and its consent are written one by one.
CREATE CONSTRAINT TRIGGER graves_hold_visit AFTER INSERT OR UPDATE ON graves_conditionentry
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION graves_hold_visit();

CREATE FUNCTION graves_hold_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM graves_require_report(OLD.condition_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM graves_require_report(NEW.condition_id);
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER graves_hold_report
    AFTER INSERT OR UPDATE OR DELETE ON graves_caretakerreport
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION graves_hold_report();

CREATE FUNCTION graves_hold_report_behind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM graves_require_report(report.condition_id)
        FROM graves_caretakerreport report
        JOIN submissions_submission sent ON sent.id = report.submission_id
        WHERE sent.key = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;  -- the column that says which
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER graves_hold_report_consent AFTER UPDATE ON core_consentrecord
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.purpose = 'caretaker_reports' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION graves_hold_report_behind('subject');
CREATE CONSTRAINT TRIGGER graves_hold_report_sent AFTER UPDATE ON submissions_submission
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.kind = 'caretaker-report' AND NOT NEW.is_public)
    EXECUTE FUNCTION graves_hold_report_behind('key');
"""
LET_REPORTS_GO = """
DROP TRIGGER graves_hold_report_sent ON submissions_submission;
DROP TRIGGER graves_hold_report_consent ON core_consentrecord;
DROP TRIGGER graves_hold_report ON graves_caretakerreport;
DROP TRIGGER graves_hold_visit ON graves_conditionentry;
DROP FUNCTION graves_hold_report_behind(), graves_hold_report(), graves_hold_visit(),
    graves_require_report(bigint);
"""
