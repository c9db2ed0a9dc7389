"""What the database itself holds of submissions, as SQL for the migrations.

The log cannot be changed, each line follows from the one before, and no submission has a state
that the log does not tell.
"""

HOLD = """
CREATE FUNCTION submissions_keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.staff_id IS NULL AND (NEW.id, NEW.submission, NEW.from_state, NEW.to_state,
            NEW.reason, NEW.actor, NEW.at) IS NOT DISTINCT FROM (OLD.id, OLD.submission,
            OLD.from_state, OLD.to_state, OLD.reason, OLD.actor, OLD.at)
        THEN
            RETURN NEW;  -- an account was deleted
        END IF;
    END IF;
    RAISE EXCEPTION 'The log of submissions is written once.' USING ERRCODE = '23001';
END $$;
CREATE TRIGGER submissions_keep_event BEFORE UPDATE OR DELETE ON submissions_submissionevent
    FOR EACH ROW EXECUTE FUNCTION submissions_keep_event();

CREATE FUNCTION submissions_event_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last varchar;
BEGIN
    -- Two writers at once would both see the same last line.
    PERFORM pg_advisory_xact_lock(hashtextextended('submission ' || NEW.submission, 0));
    SELECT to_state INTO last FROM submissions_submissionevent
        WHERE submission = NEW.submission ORDER BY id DESC LIMIT 1;
    IF COALESCE(last, '') <> NEW.from_state THEN
        RAISE EXCEPTION 'The submission is not in the state that it is said to leave.'
            USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER submissions_event_follows BEFORE INSERT ON submissions_submissionevent
    FOR EACH ROW EXECUTE FUNCTION submissions_event_follows();

CREATE FUNCTION submissions_state_is_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM submissions_submission WHERE id = NEW.id AND state = NEW.state)
    THEN
        RETURN NULL;  -- changed again in the same transaction, which asks for itself
    END IF;
    IF NEW.state IS DISTINCT FROM (SELECT to_state FROM submissions_submissionevent
        WHERE submission = NEW.key ORDER BY id DESC LIMIT 1)
    THEN
        RAISE EXCEPTION 'A submission has a state that its log does not tell.'
            USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER submissions_state_is_told
    AFTER INSERT OR UPDATE OF state, key ON submissions_submission
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION submissions_state_is_told();

CREATE FUNCTION submissions_keep_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A submission is erased, not deleted.' USING ERRCODE = '23001';
    END IF;
    IF (NEW.id, NEW.key, NEW.handle, NEW.kind, NEW.begun_at)
        IS DISTINCT FROM (OLD.id, OLD.key, OLD.handle, OLD.kind, OLD.begun_at)
    THEN
        RAISE EXCEPTION 'What names a submission does not change.' USING ERRCODE = '23001';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER submissions_keep_submission BEFORE UPDATE OR DELETE ON submissions_submission
    FOR EACH ROW EXECUTE FUNCTION submissions_keep_submission();

CREATE FUNCTION submissions_erased_is_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM submissions_submission WHERE id = NEW.submission_id
        AND state = 'erased')
    THEN
        RAISE EXCEPTION 'This submission is erased.' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER submissions_erased_is_empty BEFORE INSERT OR UPDATE ON submissions_contact
    FOR EACH ROW EXECUTE FUNCTION submissions_erased_is_empty();
CREATE TRIGGER submissions_erased_is_empty BEFORE INSERT OR UPDATE ON submissions_submittedwords
    FOR EACH ROW EXECUTE FUNCTION submissions_erased_is_empty();
CREATE TRIGGER submissions_erased_is_empty BEFORE INSERT OR UPDATE ON submissions_submittedpicture
    FOR EACH ROW EXECUTE FUNCTION submissions_erased_is_empty();
"""
LET_GO = """
DROP TRIGGER submissions_keep_event ON submissions_submissionevent;
DROP TRIGGER submissions_event_follows ON submissions_submissionevent;
DROP TRIGGER submissions_state_is_told ON submissions_submission;
DROP TRIGGER submissions_keep_submission ON submissions_submission;
DROP TRIGGER submissions_erased_is_empty ON submissions_contact;
DROP TRIGGER submissions_erased_is_empty ON submissions_submittedwords;
DROP TRIGGER submissions_erased_is_empty ON submissions_submittedpicture;
DROP FUNCTION submissions_keep_event(), submissions_event_follows(), submissions_state_is_told(),
    submissions_keep_submission(), submissions_erased_is_empty();
"""
