"""What the database itself holds of consents, as SQL for the migrations."""

KEEP_RECORDS = """
CREATE FUNCTION core_keep_consent_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A record of consent is never deleted.' USING ERRCODE = '23001';
    END IF;
    IF OLD.ended_at IS NOT NULL AND (NEW.ended_at, NEW.ended_how)
            IS DISTINCT FROM (OLD.ended_at, OLD.ended_how)
        OR (NEW.id, NEW.uuid, NEW.purpose, NEW.subject, NEW.text_id, NEW.scopes, NEW.given_by,
            NEW.obtained, NEW.given_on, NEW.recorded_at)
            IS DISTINCT FROM
           (OLD.id, OLD.uuid, OLD.purpose, OLD.subject, OLD.text_id, OLD.scopes, OLD.given_by,
            OLD.obtained, OLD.given_on, OLD.recorded_at)
        OR (NEW.recorded_by_id IS NOT NULL
            AND NEW.recorded_by_id IS DISTINCT FROM OLD.recorded_by_id)
    THEN
        RAISE EXCEPTION 'A record of consent does not change: only its end is noted, once.'
            USING ERRCODE = '23001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_keep_consent_record BEFORE UPDATE OR DELETE ON core_consentrecord
    FOR EACH ROW EXECUTE FUNCTION core_keep_consent_record();

CREATE FUNCTION core_keep_consent_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM core_consentrecord record WHERE record.text_id = OLD.id) THEN
        RAISE EXCEPTION 'Somebody has agreed to these words.' USING ERRCODE = '23001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_keep_consent_text BEFORE UPDATE ON core_consenttext
    FOR EACH ROW EXECUTE FUNCTION core_keep_consent_text();

CREATE FUNCTION core_consent_is_to_its_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM core_consenttext text
                   WHERE text.id = NEW.text_id AND text.purpose = NEW.purpose) THEN
        RAISE EXCEPTION 'These words are of another purpose.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER core_consent_is_to_its_text BEFORE INSERT ON core_consentrecord
    FOR EACH ROW EXECUTE FUNCTION core_consent_is_to_its_text();
"""
KEEP_RECORDS_NOT = """
DROP TRIGGER core_keep_consent_record ON core_consentrecord;
DROP TRIGGER core_keep_consent_text ON core_consenttext;
DROP TRIGGER core_consent_is_to_its_text ON core_consentrecord;
DROP FUNCTION core_keep_consent_record(), core_keep_consent_text(), core_consent_is_to_its_text();
"""
