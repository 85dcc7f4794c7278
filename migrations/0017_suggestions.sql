-- People somebody may know, and what members did.

-- No references to users: each of a million rows would lock two of them whenever it is made anew, and whoever reads a
-- row joins it to users in any case.
CREATE TABLE suggestions (
    user_id      uuid NOT NULL,
    other_id     uuid NOT NULL,
    score        real NOT NULL CHECK (score > 0),
    -- What speaks for it, each with its figure: {"mutual": 2, "courses": 1, "skills": 3, "communities": 2}.
    reasons      jsonb NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, other_id),
    CHECK (user_id <> other_id)
);
CREATE INDEX suggestions_best ON suggestions (user_id, score DESC, other_id);
-- Not to be suggested again.
CREATE TABLE dismissed_suggestions (
    user_id      uuid NOT NULL REFERENCES users,
    other_id     uuid NOT NULL REFERENCES users,
    dismissed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX dismissed_suggestions_of_other ON dismissed_suggestions (other_id);

-- What somebody studies, or where they work, as two profiles are compared by it.
CREATE FUNCTION subject(fields jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    lower(nullif(btrim(coalesce(fields ->> 'major', fields ->> 'department')), ''));
CREATE INDEX profile_details_by_subject ON profile_details (subject(fields), user_id)
    WHERE subject(fields) IS NOT NULL;

-- Who has a skill, in the order of joining: neighbours in it are found without reading all.
CREATE INDEX user_skills_by_skill ON user_skills (skill, user_id);

-- What members did, month by month, kept for 13 months; figures are counted from it in the background. Never shown as
-- who looked at whom. No references: rows outlive what they are about.
CREATE TABLE activity (
    happened_at timestamptz NOT NULL DEFAULT now(),
    user_id     uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN
                ('asked', 'accepted', 'posted', 'voted', 'commented', 'viewed', 'messaged', 'applied')),
    -- What it was about: a connection, a post, a comment's or vote's post.
    subject_id  uuid
) PARTITION BY RANGE (happened_at);
CREATE INDEX activity_of_user ON activity (user_id, happened_at DESC);
CREATE INDEX activity_of_kind ON activity (kind, happened_at);
-- Where a row goes whose month nobody prepared.
CREATE TABLE activity_rest PARTITION OF activity DEFAULT;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON activity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Prepares the month of a moment and the two after it, and drops what is older than 13 months. Gives up after two
-- seconds when somebody holds the table, rather than have everyone wait behind it.
CREATE FUNCTION keep_activity_months(at timestamptz) RETURNS integer LANGUAGE plpgsql SET lock_timeout = '2s'
    SET timezone = 'UTC' AS $$
DECLARE
    beginning timestamptz;
    name text;
    changes integer := 0;
BEGIN
    FOR ahead IN 0..2 LOOP
        beginning := date_trunc('month', at) + make_interval(months => ahead);
        name := 'activity_' || to_char(beginning, 'YYYY_MM');
        CONTINUE WHEN to_regclass(name) IS NOT NULL;
        EXECUTE format('CREATE TABLE %I (LIKE activity INCLUDING ALL)', name);
        EXECUTE format(
            'WITH moved AS (DELETE FROM activity_rest WHERE happened_at >= %L AND happened_at < %L
                RETURNING happened_at, user_id, kind, subject_id)
             INSERT INTO %I (happened_at, user_id, kind, subject_id)
             SELECT happened_at, user_id, kind, subject_id FROM moved',
            beginning, beginning + interval '1 month', name);
        EXECUTE format('ALTER TABLE activity ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, beginning,
            beginning + interval '1 month');
        changes := changes + 1;
    END LOOP;
    FOR name IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'activity'::regclass AND c.relname ~ '^activity_\d{4}_\d{2}$'
            AND to_date(right(c.relname, 7), 'YYYY_MM') < date_trunc('month', at) - interval '13 months'
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE %I', name);
        changes := changes + 1;
    END LOOP;
    DELETE FROM activity_rest WHERE happened_at < date_trunc('month', at) - interval '13 months';
    RETURN changes;
END $$;
DO $$ BEGIN PERFORM keep_activity_months(now()); END $$;

-- What was just done is noted in the transaction that did it. Rows with a time of their own, as a demonstration or an
-- import brings them, are no activity.
CREATE FUNCTION note_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO activity (user_id, kind, subject_id)
    VALUES (CASE NEW.state WHEN 'pending' THEN NEW.asker_id ELSE NEW.asked_id END,
        CASE NEW.state WHEN 'pending' THEN 'asked' ELSE 'accepted' END, NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER note_asked AFTER INSERT ON connections FOR EACH ROW
    WHEN (NEW.state = 'pending' AND NEW.asked_at = now()) EXECUTE FUNCTION note_connection();
CREATE TRIGGER note_accepted AFTER UPDATE OF state ON connections FOR EACH ROW
    WHEN (NEW.state = 'accepted' AND OLD.state = 'pending') EXECUTE FUNCTION note_connection();

CREATE FUNCTION note_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO activity (user_id, kind, subject_id) VALUES (NEW.author_id, 'posted', NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER note_post AFTER INSERT ON posts FOR EACH ROW
    WHEN (NEW.state = 'published' AND NEW.published_at = now()) EXECUTE FUNCTION note_post();
CREATE TRIGGER note_published AFTER UPDATE OF state ON posts FOR EACH ROW
    WHEN (NEW.state = 'published' AND OLD.state IN ('draft', 'in_review')) EXECUTE FUNCTION note_post();

-- A comment also adds to what its author and the one it answers did together, where they are connected.
CREATE FUNCTION note_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO activity (user_id, kind, subject_id) VALUES (NEW.author_id, 'commented', NEW.post_id);
    UPDATE connections k
    SET interaction = decayed(k.interaction, k.interaction_at, now()) + 1, interaction_at = now()
    FROM acquaintances a
    WHERE a.user_id = NEW.author_id AND k.id = a.connection_id AND k.state = 'accepted'
        AND a.other_id = coalesce(
            (SELECT p.author_id FROM comments p WHERE p.post_id = NEW.post_id AND p.number = NEW.parent_number),
            (SELECT p.author_id FROM posts p WHERE p.id = NEW.post_id));
    RETURN NULL;
END $$;
CREATE TRIGGER note_comment AFTER INSERT ON comments FOR EACH ROW
    WHEN (NEW.state = 'published' AND NEW.created_at = now()) EXECUTE FUNCTION note_comment();

CREATE FUNCTION note_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO activity (user_id, kind, subject_id) VALUES (NEW.user_id, 'voted', NEW.post_id);
    RETURN NULL;
END $$;
CREATE TRIGGER note_vote AFTER INSERT ON post_votes FOR EACH ROW
    WHEN (NEW.created_at = now()) EXECUTE FUNCTION note_vote();
CREATE TRIGGER note_vote AFTER INSERT ON comment_votes FOR EACH ROW
    WHEN (NEW.created_at = now()) EXECUTE FUNCTION note_vote();
