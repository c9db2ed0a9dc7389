"""What the database itself holds of veterans, as SQL for the migrations.

Nobody who may be living is public without a consent that stands, whatever program writes the row;
who is not public is in no search for names; a number once given does not change.
"""

HOLD = """
CREATE FUNCTION veterans_agrees(subject uuid, life_status text, scope text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT $2 = 'died' OR EXISTS (
        SELECT 1 FROM core_consentrecord record
        WHERE record.purpose = 'veteran' AND record.subject = $1
            AND record.ended_at IS NULL AND $3 = ANY (record.scopes))
$$;

CREATE FUNCTION veterans_hold_veteran() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.live AND NOT veterans_agrees(NEW.key, NEW.life_status, 'page') THEN
        RAISE EXCEPTION 'A living veteran is not public without consent.' USING ERRCODE = '23514';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.key <> OLD.key
            OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number)) THEN
        RAISE EXCEPTION 'The number and the key of a veteran do not change.'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER veterans_hold_veteran BEFORE INSERT OR UPDATE ON veterans_veteran
    FOR EACH ROW EXECUTE FUNCTION veterans_hold_veteran();

CREATE FUNCTION veterans_hide_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE names_namedperson SET is_public = false WHERE id = NEW.named_person_id AND is_public;
    RETURN NULL;
END $$;
CREATE TRIGGER veterans_hide_name AFTER INSERT OR UPDATE ON veterans_veteran
    FOR EACH ROW WHEN (NOT NEW.live) EXECUTE FUNCTION veterans_hide_name();

CREATE FUNCTION veterans_hold_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM veterans_veteran veteran
               WHERE veteran.named_person_id = NEW.id AND NOT veteran.live) THEN
        RAISE EXCEPTION 'This veteran is not public.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER veterans_hold_name BEFORE INSERT OR UPDATE ON names_namedperson
    FOR EACH ROW WHEN (NEW.is_public AND NEW.kind = 'veteran')
    EXECUTE FUNCTION veterans_hold_name();

CREATE FUNCTION veterans_hold_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM veterans_veteran veteran
               WHERE veteran.key = NEW.subject AND veteran.live
                   AND NOT veterans_agrees(veteran.key, veteran.life_status, 'page')) THEN
        RAISE EXCEPTION 'Take the veteran down before the consent ends.' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER veterans_hold_consent AFTER UPDATE ON core_consentrecord
    FOR EACH ROW WHEN (NEW.purpose = 'veteran' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION veterans_hold_consent();
"""
LET_GO = """
DROP TRIGGER veterans_hold_consent ON core_consentrecord;
DROP TRIGGER veterans_hold_name ON names_namedperson;
DROP TRIGGER veterans_hide_name ON veterans_veteran;
DROP TRIGGER veterans_hold_veteran ON veterans_veteran;
DROP FUNCTION veterans_hold_consent(), veterans_hold_name(), veterans_hide_name(),
    veterans_hold_veteran(), veterans_agrees(uuid, text, text);
"""

# One consent stands at a time: the older ends before the newer is written, and whether the veteran
# may stay public shows when both are.
HOLD_AT_THE_END = """
DROP TRIGGER veterans_hold_consent ON core_consentrecord;
CREATE CONSTRAINT TRIGGER veterans_hold_consent AFTER UPDATE ON core_consentrecord
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.purpose = 'veteran' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION veterans_hold_consent();
"""
HOLD_AT_ONCE = """
DROP TRIGGER veterans_hold_consent ON core_consentrecord;
CREATE TRIGGER veterans_hold_consent AFTER UPDATE ON core_consentrecord
    FOR EACH ROW WHEN (NEW.purpose = 'veteran' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION veterans_hold_consent();
"""
