"""What the database itself holds of the Immortal Regiment, as SQL for the migrations.

No entry is public without a consent that stands, but invented examples; nobody is presumed dead
before the time; who is not public is in no search for names; a number once given is given to nobody
else, and stays when the entry is erased.
"""

HOLD = """
CREATE FUNCTION regiment_agreed(subject uuid, is_example boolean) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT $2 OR EXISTS (
        SELECT 1 FROM core_consentrecord record
        WHERE record.purpose = 'regiment' AND record.subject = $1
            AND record.ended_at IS NULL AND 'page' = ANY (record.scopes))
$$;

CREATE FUNCTION regiment_hold_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.live AND NOT regiment_agreed(NEW.key, NEW.is_example) THEN
        RAISE EXCEPTION 'An entry is not public without consent.' USING ERRCODE = '23514';
    END IF;
    IF NEW.live AND NEW.life_status = 'presumed'
            AND NEW.birth_latest > CURRENT_DATE - INTERVAL '110 years' THEN
        RAISE EXCEPTION 'Nobody is presumed dead who may be younger than 110 years.'
            USING ERRCODE = '23514';
    END IF;
    IF NEW.number IS NOT NULL AND EXISTS (
            SELECT 1 FROM regiment_erasednumber erased WHERE erased.number = NEW.number) THEN
        RAISE EXCEPTION 'This number was of another entry.' USING ERRCODE = '23514';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.key <> OLD.key
            OR (OLD.first_published_at IS NOT NULL AND NEW.is_example <> OLD.is_example)
            OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number)) THEN
        RAISE EXCEPTION 'The number and the key of an entry do not change.'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regiment_hold_entry BEFORE INSERT OR UPDATE ON regiment_regimententry
    FOR EACH ROW EXECUTE FUNCTION regiment_hold_entry();

CREATE FUNCTION regiment_bury_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO regiment_erasednumber (number) VALUES (OLD.number) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER regiment_bury_number AFTER DELETE ON regiment_regimententry
    FOR EACH ROW WHEN (OLD.number IS NOT NULL AND NOT OLD.is_example)
    EXECUTE FUNCTION regiment_bury_number();

CREATE FUNCTION regiment_hide_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE names_namedperson SET is_public = false WHERE id = NEW.named_person_id AND is_public;
    RETURN NULL;
END $$;
CREATE TRIGGER regiment_hide_name AFTER INSERT OR UPDATE ON regiment_regimententry
    FOR EACH ROW WHEN (NOT NEW.live) EXECUTE FUNCTION regiment_hide_name();

CREATE FUNCTION regiment_hold_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM regiment_regimententry entry
               WHERE entry.named_person_id = NEW.id AND NOT entry.live) THEN
        RAISE EXCEPTION 'This entry is not public.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER regiment_hold_name BEFORE INSERT OR UPDATE ON names_namedperson
    FOR EACH ROW WHEN (NEW.is_public AND NEW.kind = 'regiment')
    EXECUTE FUNCTION regiment_hold_name();

CREATE FUNCTION regiment_hold_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM regiment_regimententry entry
               WHERE entry.key = NEW.subject AND entry.live
                   AND NOT regiment_agreed(entry.key, entry.is_example)) THEN
        RAISE EXCEPTION 'Take the entry down before the consent ends.' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
-- At the end of the transaction: a consent may be replaced within it.
CREATE CONSTRAINT TRIGGER regiment_hold_consent AFTER UPDATE ON core_consentrecord
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.purpose = 'regiment' AND NEW.ended_at IS NOT NULL)
    EXECUTE FUNCTION regiment_hold_consent();
"""
LET_GO = """
DROP TRIGGER regiment_hold_consent ON core_consentrecord;
DROP TRIGGER regiment_hold_name ON names_namedperson;
DROP TRIGGER regiment_hide_name ON regiment_regimententry;
DROP TRIGGER regiment_bury_number ON regiment_regimententry;
DROP TRIGGER regiment_hold_entry ON regiment_regimententry;
DROP FUNCTION regiment_hold_consent(), regiment_hold_name(), regiment_hide_name(),
    regiment_bury_number(), regiment_hold_entry(), regiment_agreed(uuid, boolean);
"""
