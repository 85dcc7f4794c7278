-- What search reads: the words of posts and comments, and the letters of names.
--
-- Words lie in tables of their own, because a vote or a comment writes the whole row of a post anew, and with it would
-- write a list of a hundred words and every index on it. Only a change of words, tags or state writes here.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- English endings and English's commonest words are cut off, marks are taken from Latin letters ("café" is "cafe"),
-- words of other scripts stay as they are. A text's own language is not known, and most people type plain letters: one
-- configuration for all texts means that a word is found however it was typed. What English does to words of other
-- languages is harmless, because it does the same to what is asked.
CREATE TEXT SEARCH CONFIGURATION quad (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION quad
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword, numhword, hword_numpart
    WITH unaccent, english_stem;

-- The text as its words: signs part words, "C++" and "C#" are words, Arabic letters, digits and vowel signs are folded
-- to those that Persian and Latin keyboards write, and Chinese and Japanese signs are words each.
--
-- In PL/pgSQL, here and below, because that starts no executor: a tenth of the time of SQL functions in each other.
CREATE FUNCTION search_words(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF strpos(words, '++') > 0 OR strpos(words, '#') > 0 THEN
        words := regexp_replace(words, '\m([a-z])\+\+', '\1plusplus ', 'gi');
        words := regexp_replace(words, '\m([cf])#(?!\w)', '\1sharp ', 'gi');
    END IF;
    words := translate(words, './-@<>&+_:#~\', '             ');
    IF octet_length(words) = length(words) THEN
        RETURN words;
    END IF;
    IF words ~ '[\u0600-\u06FF]' THEN
        words := translate(words,
            'يىكۀةأإآؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹' || U&'\200c\0640\064b\064c\064d\064e\064f\0650\0651\0652\0653\0654\0670',
            'ییکههاااوی01234567890123456789 ');
    END IF;
    IF words ~ '[\u3040-\u30FF\u3400-\u9FFF]' THEN
        words := regexp_replace(words, '([\u3040-\u30FF\u3400-\u9FFF])', ' \1 ', 'g');
    END IF;
    RETURN words;
END $$;

-- A name as it is compared with what somebody types: small letters without marks.
CREATE FUNCTION search_name(name text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN lower(public.unaccent('public.unaccent', name));
END $$;

-- What a search asks for, besides words, is a word too, one that no text can hold: "~" and a letter. So "this
-- community's questions of the last weeks that hold these words" is one walk through the index, whose cost is that of
-- the rarest of them. Marks: ~0 to ~3 and a block, ~c a community, ~a an author, ~k a kind, ~t a tag, ~y answered, ~u not.
CREATE FUNCTION search_mark(mark text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT ('''' || replace(replace(mark, '\', '\\'), '''', '''''') || '''')::tsquery
$$;

-- What is asked: words as websearch_to_tsquery reads them, and those that must not be there.
CREATE FUNCTION search_query(wanted text, unwanted text) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN unwanted = '' THEN websearch_to_tsquery('quad', search_words(wanted))
        ELSE websearch_to_tsquery('quad', search_words(wanted))
            && !!websearch_to_tsquery('quad', search_words(unwanted)) END
$$;

-- A title's words as a question for other titles: any two of its first eight, or any of them.
CREATE FUNCTION search_alike(title text, in_pairs boolean) RETURNS tsquery LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    WITH words AS (
        -- No word has a backslash: signs part words.
        SELECT '''' || replace(lexeme, '''', '''''') || ''':A' AS word, positions[1] AS place
        FROM unnest(to_tsvector('quad', search_words(title)))
        ORDER BY positions[1]
        LIMIT 8
    )
    SELECT CASE WHEN in_pairs AND (SELECT count(*) FROM words) > 1
        THEN (SELECT string_agg('(' || a.word || ' & ' || b.word || ')', ' | ') FROM words a JOIN words b ON a.place < b.place)
        ELSE (SELECT string_agg(word, ' | ') FROM words) END::tsquery
$$;

-- The last letters of an identity; who reads by them compares the identity too.
CREATE FUNCTION search_key(id uuid) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT right(id::text, 12)
$$;

-- The places of a list are counted from its oldest, in blocks of 1,024, 8,192, 65,536 and 524,288: a search for a word
-- that is everywhere looks at the newest block alone. A block and the one before are between one and two blocks' worth
-- of the newest up to `place`.
CREATE FUNCTION search_newest(size integer, place bigint) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT search_mark('~' || size || (place >> (10 + 3 * size)))
        || search_mark('~' || size || ((place >> (10 + 3 * size)) - 1))
$$;

CREATE SEQUENCE post_search_place;
CREATE TABLE post_search (
    -- No reference: the triggers below follow every change of a post.
    post_id      uuid PRIMARY KEY,
    community_id uuid NOT NULL,
    published_at timestamptz NOT NULL,
    place        bigint NOT NULL,
    -- Title (A), tags (B) and text (D) of a post that has a page, and its marks.
    document     tsvector NOT NULL
);

CREATE SEQUENCE comment_search_place;
CREATE TABLE comment_search (
    comment_id   uuid PRIMARY KEY,
    community_id uuid NOT NULL,
    published_at timestamptz NOT NULL,
    place        bigint NOT NULL,
    document     tsvector NOT NULL
);

CREATE FUNCTION post_document(p posts, place bigint) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN setweight(to_tsvector('quad', search_words(p.title)), 'A')
        || CASE WHEN p.tags = '{}' THEN '' ELSE
            setweight(to_tsvector('quad', search_words(array_to_string(p.tags, ' '))), 'B')
            || array_to_tsvector(string_to_array('~t' || array_to_string(p.tags, ' ~t'), ' ')) END
        || to_tsvector('quad', search_words(p.body_source))
        || array_to_tsvector(ARRAY[
            '~0' || (place >> 10), '~1' || (place >> 13), '~2' || (place >> 16), '~3' || (place >> 19),
            '~c' || right(p.community_id::text, 12), '~a' || right(p.author_id::text, 12), '~k' || p.kind,
            CASE WHEN p.kind <> 'question' THEN '~' WHEN p.answered_at IS NULL THEN '~u' ELSE '~y' END]);
END $$;

CREATE FUNCTION comment_document(k comments, community uuid, place bigint) RETURNS tsvector
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN to_tsvector('quad', search_words(k.body_source))
        || array_to_tsvector(ARRAY[
            '~0' || (place >> 10), '~1' || (place >> 13), '~2' || (place >> 16), '~3' || (place >> 19),
            '~c' || right(community::text, 12), '~a' || right(k.author_id::text, 12)]);
END $$;

CREATE FUNCTION follow_post_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place bigint;
BEGIN
    IF TG_OP = 'DELETE' OR NEW.state NOT IN ('published', 'archived') THEN
        DELETE FROM post_search WHERE post_id = OLD.id;
        RETURN NULL;
    END IF;
    -- An edited post keeps its place.
    SELECT s.place INTO place FROM post_search s WHERE s.post_id = NEW.id;
    place := coalesce(place, nextval('post_search_place'));
    INSERT INTO post_search (post_id, community_id, published_at, place, document)
    VALUES (NEW.id, NEW.community_id, NEW.published_at, place, post_document(NEW, place))
    ON CONFLICT (post_id) DO UPDATE
    SET community_id = excluded.community_id, published_at = excluded.published_at, document = excluded.document;
    IF TG_OP = 'UPDATE' AND OLD.community_id <> NEW.community_id THEN
        UPDATE comment_search s
        SET community_id = NEW.community_id, document = comment_document(k, NEW.community_id, s.place)
        FROM comments k
        WHERE k.post_id = NEW.id AND s.comment_id = k.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER search_new_post AFTER INSERT ON posts FOR EACH ROW
    WHEN (NEW.state IN ('published', 'archived')) EXECUTE FUNCTION follow_post_in_search();
CREATE TRIGGER search_changed_post AFTER UPDATE OF community_id, author_id, kind, state, title, body_source, tags,
        answered_at, published_at ON posts FOR EACH ROW
    WHEN ((OLD.community_id, OLD.author_id, OLD.kind, OLD.state, OLD.title, OLD.body_source, OLD.tags, OLD.answered_at,
            OLD.published_at)
        IS DISTINCT FROM (NEW.community_id, NEW.author_id, NEW.kind, NEW.state, NEW.title, NEW.body_source, NEW.tags,
            NEW.answered_at, NEW.published_at))
    EXECUTE FUNCTION follow_post_in_search();
CREATE TRIGGER search_deleted_post AFTER DELETE ON posts FOR EACH ROW EXECUTE FUNCTION follow_post_in_search();

CREATE FUNCTION follow_comment_in_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    place bigint;
    community uuid;
BEGIN
    IF TG_OP = 'DELETE' OR NEW.state <> 'published' THEN
        DELETE FROM comment_search WHERE comment_id = OLD.id;
        RETURN NULL;
    END IF;
    SELECT community_id INTO community FROM posts WHERE id = NEW.post_id;
    SELECT s.place INTO place FROM comment_search s WHERE s.comment_id = NEW.id;
    place := coalesce(place, nextval('comment_search_place'));
    INSERT INTO comment_search (comment_id, community_id, published_at, place, document)
    VALUES (NEW.id, community, NEW.created_at, place, comment_document(NEW, community, place))
    ON CONFLICT (comment_id) DO UPDATE SET document = excluded.document;
    RETURN NULL;
END $$;
CREATE TRIGGER search_new_comment AFTER INSERT ON comments FOR EACH ROW
    WHEN (NEW.state = 'published') EXECUTE FUNCTION follow_comment_in_search();
CREATE TRIGGER search_changed_comment AFTER UPDATE OF author_id, state, body_source ON comments FOR EACH ROW
    WHEN ((OLD.author_id, OLD.state, OLD.body_source) IS DISTINCT FROM (NEW.author_id, NEW.state, NEW.body_source))
    EXECUTE FUNCTION follow_comment_in_search();
CREATE TRIGGER search_deleted_comment AFTER DELETE ON comments FOR EACH ROW
    EXECUTE FUNCTION follow_comment_in_search();

-- Puts everything in at once, oldest first, as the triggers would have done one by one.
CREATE FUNCTION list_posts_in_search() RETURNS void LANGUAGE sql SET synchronize_seqscans = off AS $$
    INSERT INTO post_search (post_id, community_id, published_at, place, document)
    SELECT (n.p).id, (n.p).community_id, (n.p).published_at, n.place, post_document(n.p, n.place)
    FROM (SELECT p, nextval('post_search_place') AS place FROM posts p WHERE p.state IN ('published', 'archived')) n;
$$;
CREATE FUNCTION list_comments_in_search() RETURNS void LANGUAGE sql SET synchronize_seqscans = off AS $$
    INSERT INTO comment_search (comment_id, community_id, published_at, place, document)
    SELECT (n.k).id, n.community_id, (n.k).created_at, n.place, comment_document(n.k, n.community_id, n.place)
    FROM (
        SELECT k, p.community_id, nextval('comment_search_place') AS place
        FROM comments k JOIN posts p ON p.id = k.post_id
        WHERE k.state = 'published'
    ) n;
$$;
SELECT list_posts_in_search();
SELECT list_comments_in_search();

-- New texts wait in a short list and are sorted in by the hundred: a search reads that list too, so it is kept short.
CREATE INDEX post_search_words ON post_search USING gin (document) WITH (gin_pending_list_limit = 512);
CREATE INDEX comment_search_words ON comment_search USING gin (document) WITH (gin_pending_list_limit = 512);
-- Where in its list a day begins.
CREATE INDEX post_search_days ON post_search (published_at);
CREATE INDEX comment_search_days ON comment_search (published_at);


ALTER TABLE users ADD COLUMN search_name text GENERATED ALWAYS AS (search_name(name || ' ' || username)) STORED;
CREATE INDEX users_names ON users USING gin (search_name gin_trgm_ops);

-- Words of public titles, for "did you mean"; a job counts them anew. What somebody is told is looked for first, so
-- that a word nobody may read any more is not told.
CREATE TABLE search_vocabulary (
    word  text PRIMARY KEY CHECK (length(word) BETWEEN 4 AND 30),
    posts integer NOT NULL CHECK (posts > 0)
);
CREATE INDEX search_vocabulary_letters ON search_vocabulary USING gin (word gin_trgm_ops);

CREATE FUNCTION count_search_vocabulary() RETURNS void LANGUAGE sql AS $$
    DELETE FROM search_vocabulary;
    INSERT INTO search_vocabulary (word, posts)
    SELECT words.word, count(*)
    FROM (
        SELECT DISTINCT newest.post_id, word
        FROM (
            SELECT s.post_id FROM post_search s JOIN communities c ON c.id = s.community_id
            WHERE c.visibility = 'public'
            ORDER BY s.published_at DESC
            LIMIT 10000
        ) newest
        JOIN posts p ON p.id = newest.post_id
        CROSS JOIN LATERAL regexp_split_to_table(search_name(search_words(p.title)), '[^[:alnum:]]+') word
        WHERE length(word) BETWEEN 4 AND 30
    ) words
    GROUP BY words.word
    HAVING count(*) >= 2;
$$;
SELECT count_search_vocabulary();
