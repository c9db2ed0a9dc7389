"""Which words a photograph is found by: those of its texts, and the names and facts of its record.

`PhotoText.words` holds the words of one text, cut to stems in the language of that text; the
database derives it. `PhotoWords` unites those of all texts of a photograph with places, people and
the other facts, and is what searches read: triggers keep it, whoever writes a text or a record.
Everything is kept without accents. The labels (`setweight`) say how much a word counts:

    A title · B names and facts · C caption · D transcript

Names belong to no language: they stand uncut, behind a mark that no word begins with, so that they
alone can be asked for by their beginning. A name of a person is also kept from each of its letters
on, since people are looked for by any part of their names and the server has no trigrams.
"""

from commemoration.core.languages.folding import WITH_SIGNS, WITHOUT
from photos.facets import values_in_sql

# PostgreSQL's text search configuration of each language that a text may be in.
CONFIGURATIONS = {"en": "english", "fr": "french", "nl": "dutch", "ru": "russian"}
# Whole words stand beside their stems: beginnings are asked of them, and stemmers fail now and then
# (the Russian one takes "могила", a grave, for a verb: "мог"; but "могилы" becomes "могил").
WHOLE = "simple"
# How much a word of each label counts, in the order that `ts_rank` takes: D, C, B, A.
WEIGHTS = "{0.1, 0.2, 0.4, 1.0}"
NAME_MARK = "zz"
# The fewest letters of a part of somebody's name.
SHORTEST_PART = 3
# What joins two words, and would else be read as a minus, a path, a host or an abbreviation.
JOINTS = "-/.@_'’"
# A change of these columns of a photograph changes what it is found by.
NAMES = ("place_then", "place_now", "photographer", "event", "institution")
LISTS = ("people", "subjects")
OTHERS = ("rights", "collection_id")


_LETTERS = f"{WITH_SIGNS}{JOINTS}".replace("'", "''")
_TURNED = f"{WITHOUT}{' ' * len(JOINTS)}"
_BLANK = 12  # the kind of token that stands between words
_CHANGED = " OR ".join(
    f"OLD.{fact} IS DISTINCT FROM NEW.{fact}" for fact in (*NAMES, *LISTS, *OTHERS)
)

_CONFIGURATION = " ".join(f"WHEN '{code}' THEN '{name}'" for code, name in CONFIGURATIONS.items())

# What the column `PhotoText.words` is derived with: it must stand before that table.
# Titles come first: `ts_rank` lets what comes later in a text count less.
WORDS_OF_TEXT = f"""
CREATE FUNCTION photos_folded(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    translate(lower($1), '{_LETTERS}', '{_TURNED}');

CREATE FUNCTION photos_labelled_words(language text, words text, label "char") RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN setweight(
    CASE WHEN language IN ({", ".join(f"'{code}'" for code in CONFIGURATIONS)}) THEN to_tsvector(
        (CASE language {_CONFIGURATION} END)::regconfig, photos_folded(words)) ELSE '' END
    || to_tsvector('{WHOLE}', photos_folded(words)), label);

CREATE FUNCTION photos_words_of_text(language text, title text, caption text, transcript text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    photos_labelled_words(language, title, 'A')
    || photos_labelled_words(language, caption, 'C')
    || photos_labelled_words(language, transcript, 'D');
"""
WITHOUT_WORDS_OF_TEXT = """
DROP FUNCTION photos_words_of_text(text, text, text, text);
DROP FUNCTION photos_labelled_words(text, text, "char");
DROP FUNCTION photos_folded(text);
"""

FORWARD = f"""
CREATE FUNCTION photos_names(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    SELECT string_agg('{NAME_MARK}' || token, ' ')
    FROM ts_parse('default', photos_folded($1)) WHERE tokid <> {_BLANK}
);

CREATE FUNCTION photos_parts_of_names(text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (
    SELECT string_agg('{NAME_MARK}' || substr(token, start), ' ')
    FROM (SELECT DISTINCT token FROM ts_parse('default', photos_folded($1))) AS name,
         generate_series(2, length(token) - {SHORTEST_PART - 1}) AS start
);

CREATE AGGREGATE photos_all_words(tsvector) (
    SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = ''
);

CREATE FUNCTION photos_words_of(bigint) RETURNS tsvector LANGUAGE sql STABLE AS $$
    SELECT setweight(to_tsvector('simple', concat_ws(' ',
            photos_names(concat_ws(' ', {", ".join(NAMES)}, array_to_string(people, ' '),
                                   array_to_string(subjects, ' '))),
            photos_parts_of_names(array_to_string(people, ' ')))), 'B')
        || (SELECT photos_all_words(words) FROM photos_phototext WHERE photo_id = photo.id)
    FROM photos_photo AS photo WHERE id = $1
$$;

CREATE FUNCTION photos_facets_of(bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT {values_in_sql()} FROM photos_photo AS photo WHERE id = $1
$$;

-- An index is read even where the planner thinks that the rows themselves are as quick: it does
-- not know that the words stand apart from them.
CREATE FUNCTION photos_with_words(tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE SET enable_seqscan = off AS
'SELECT photo_id FROM photos_photowords WHERE words @@ $1';

CREATE FUNCTION photos_with_title(tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE SET enable_seqscan = off AS
'SELECT photo_id FROM photos_photowords WHERE in_titles @@ $1';

-- Locked first, in one order, and read after that: two who change the same record wait.
CREATE FUNCTION photos_renew_words(photos bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM photos_photowords WHERE photo_id = ANY (photos) ORDER BY photo_id FOR UPDATE;
    UPDATE photos_photowords
       SET words = photos_words_of(photo_id), facets = photos_facets_of(photo_id)
     WHERE photo_id = ANY (photos);
END $$;

CREATE FUNCTION photos_on_new_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO photos_photowords (photo_id, words, facets)
    VALUES (NEW.id, photos_words_of(NEW.id), photos_facets_of(NEW.id));
    RETURN NULL;
END $$;

CREATE FUNCTION photos_on_changed_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM photos_renew_words(ARRAY[NEW.id]);
    RETURN NULL;
END $$;

CREATE FUNCTION photos_on_new_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM photos_renew_words(ARRAY(SELECT DISTINCT photo_id FROM new_rows));
    RETURN NULL;
END $$;

CREATE FUNCTION photos_on_changed_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM photos_renew_words(
        ARRAY(SELECT photo_id FROM new_rows UNION SELECT photo_id FROM old_rows));
    RETURN NULL;
END $$;

CREATE FUNCTION photos_on_removed_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM photos_renew_words(ARRAY(SELECT DISTINCT photo_id FROM old_rows));
    RETURN NULL;
END $$;

CREATE TRIGGER photos_new_photo AFTER INSERT ON photos_photo
FOR EACH ROW EXECUTE FUNCTION photos_on_new_photo();
CREATE TRIGGER photos_changed_photo AFTER UPDATE ON photos_photo
FOR EACH ROW WHEN ({_CHANGED}) EXECUTE FUNCTION photos_on_changed_photo();
CREATE TRIGGER photos_new_texts AFTER INSERT ON photos_phototext
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION photos_on_new_texts();
CREATE TRIGGER photos_changed_texts AFTER UPDATE ON photos_phototext
REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION photos_on_changed_texts();
CREATE TRIGGER photos_removed_texts AFTER DELETE ON photos_phototext
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION photos_on_removed_texts();

-- The words stand apart from their row, so that to visit a row costs next to nothing.
ALTER TABLE photos_photowords ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE photos_photowords ALTER COLUMN in_titles SET STORAGE EXTERNAL;
ALTER TABLE photos_photowords ALTER COLUMN facets SET STORAGE MAIN;
ALTER TABLE photos_photowords SET (toast_tuple_target = 512);

INSERT INTO photos_photowords (photo_id, words, facets)
SELECT id, photos_words_of(id), photos_facets_of(id) FROM photos_photo;
"""
REVERSE = """
DELETE FROM photos_photowords;
DROP TRIGGER photos_new_photo ON photos_photo;
DROP TRIGGER photos_changed_photo ON photos_photo;
DROP TRIGGER photos_new_texts ON photos_phototext;
DROP TRIGGER photos_changed_texts ON photos_phototext;
DROP TRIGGER photos_removed_texts ON photos_phototext;
DROP FUNCTION photos_on_new_photo();
DROP FUNCTION photos_on_changed_photo();
DROP FUNCTION photos_on_new_texts();
DROP FUNCTION photos_on_changed_texts();
DROP FUNCTION photos_on_removed_texts();
DROP FUNCTION photos_renew_words(bigint[]);
DROP FUNCTION photos_with_title(tsquery);
DROP FUNCTION photos_with_words(tsquery);
DROP FUNCTION photos_facets_of(bigint);
DROP FUNCTION photos_words_of(bigint);
DROP AGGREGATE photos_all_words(tsvector);
DROP FUNCTION photos_parts_of_names(text);
DROP FUNCTION photos_names(text);
"""
