-- Who could study with whom.

-- The zones that weeks are in: a page of matches brings its reader's week into each of them.
CREATE TABLE match_zones (
    id        smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    time_zone text NOT NULL UNIQUE CHECK (length(time_zone) BETWEEN 1 AND 64)
);

-- Everyone who may be shown to course mates, once a course, with all that the score is made of: one walk through one
-- index answers a page of matches. Kept by triggers of what it is made of; who is held, hidden, silenced or gone has
-- no row here. It holds nothing of its own: `fill_match_pool` makes it again.
CREATE TABLE match_pool (
    course_id     uuid NOT NULL,
    user_id       uuid NOT NULL,
    -- Free time of a normal week in wall time of the zone, as in study_habits; none where its owner shows it to nobody.
    availability  bit(672) NOT NULL,
    joined_at     timestamptz NOT NULL,
    university_id uuid NOT NULL,
    zone_id       smallint NOT NULL,
    -- What else counts, as one number from 0: ((location * 3 + style) * 3 + pace) * 4 + has a bio * 2 + has a picture,
    -- each in the order in which its column's check lists the values. One look into a table of 180 scores it.
    traits        smallint NOT NULL CHECK (traits BETWEEN 0 AND 179),
    -- Who may open the profile; never 'only_me'.
    visibility    text NOT NULL,
    PRIMARY KEY (course_id, user_id) INCLUDE (availability, joined_at, university_id, zone_id, traits, visibility)
);
CREATE INDEX match_pool_of_user ON match_pool (user_id);

-- How often something changed that pages of matches show: of a course (who is in it, and all of theirs), or of a reader
-- (whom they know, block, hide). A kept page holds the sum as it was; the rows are locked by who changes them until that
-- is committed, so a sum says what the rows beside it said.
CREATE TABLE match_changes (
    id      uuid PRIMARY KEY,
    changes bigint NOT NULL DEFAULT 1
) WITH (fillfactor = 50);

-- "Not now": the other does not appear among one's matches until then, and is not told.
CREATE TABLE hidden_people (
    user_id   uuid NOT NULL REFERENCES users,
    other_id  uuid NOT NULL REFERENCES users,
    until     timestamptz NOT NULL,
    PRIMARY KEY (user_id, other_id),
    CHECK (user_id <> other_id)
);
CREATE INDEX hidden_people_of_other ON hidden_people (other_id);

-- On how many first pages somebody was shown this week, so that nobody is everybody's match.
CREATE TABLE match_exposures (
    user_id uuid PRIMARY KEY REFERENCES users,
    -- The Monday, in UTC.
    week    date NOT NULL,
    pages   integer NOT NULL CHECK (pages > 0)
) WITH (fillfactor = 50);
CREATE INDEX match_exposures_most ON match_exposures (week, pages);

CREATE FUNCTION match_traits(location text, style text, pace text, has_bio boolean, has_picture boolean)
RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
    SELECT (((array_position(ARRAY['library', 'cafe', 'home', 'study_room', 'any'], location) - 1) * 3
        + array_position(ARRAY['collaborative', 'quiet', 'mixed'], style) - 1) * 3
        + array_position(ARRAY['slow', 'moderate', 'fast'], pace) - 1) * 4
        + has_bio::integer * 2 + has_picture::integer
$$;

-- The rows that the pool should have.
CREATE VIEW match_candidates AS
SELECT e.course_id, e.user_id,
    CASE WHEN h.user_id IS NULL OR s.visibility = 'only_me' THEN repeat('0', 672)::bit(672) ELSE h.availability END
        AS availability,
    u.created_at AS joined_at, u.university_id, coalesce(h.time_zone, n.time_zone) AS time_zone,
    match_traits(coalesce(h.location, 'any'), coalesce(h.style, 'mixed'), coalesce(h.pace, 'moderate'),
        u.bio_source <> '', u.picture IS NOT NULL) AS traits,
    u.visibility
FROM enrolments e
JOIN courses c ON c.id = e.course_id
JOIN users u ON u.id = e.user_id
JOIN universities n ON n.id = u.university_id
LEFT JOIN study_habits h ON h.user_id = e.user_id
LEFT JOIN profile_sections s ON s.user_id = e.user_id AND s.section = 'availability'
WHERE e.state = 'active' AND e.is_shown AND c.state = 'active'
    AND u.state = 'active' AND NOT u.is_held AND u.visibility <> 'only_me';

-- Notes that what pages show of these courses or readers changed; in one order, so that two never wait for each other.
CREATE FUNCTION note_match_changes(changed uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO match_changes AS m (id)
    SELECT DISTINCT id FROM unnest(changed) AS id WHERE id IS NOT NULL ORDER BY id
    ON CONFLICT (id) DO UPDATE SET changes = m.changes + 1
$$;

-- Whether somebody loads much at once and calls `fill_match_pool` at the end: SET LOCAL quad.fills_match_pool = 'on'.
CREATE FUNCTION fills_match_pool() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('quad.fills_match_pool', true), '') = 'on'
$$;

-- Makes the pool's rows of these people what they should be, and notes for whom pages changed.
CREATE FUNCTION keep_match_pool(people uuid[]) RETURNS void LANGUAGE plpgsql SET jit = off SET enable_nestloop = on AS $$
DECLARE
    touched uuid[];
BEGIN
    IF fills_match_pool() THEN RETURN; END IF;
    -- An import brings many people, which the planner does not see; one look after the other takes three times as long.
    IF cardinality(people) > 2000 THEN PERFORM set_config('enable_nestloop', 'off', true); END IF;
    -- Nobody's rows are made by two at once: who comes second sees what the first did. Some 256 locks for everybody,
    -- because an import has more people than the server has room for locks.
    PERFORM pg_advisory_xact_lock(1835103075, bucket)
    FROM (SELECT DISTINCT hashtext(id::text) & 255 AS bucket FROM unnest(people) AS id ORDER BY 1) buckets;

    INSERT INTO match_zones (time_zone)
    SELECT DISTINCT coalesce(h.time_zone, n.time_zone)
    FROM unnest(people) AS person (id)
    JOIN users u ON u.id = person.id
    JOIN universities n ON n.id = u.university_id
    LEFT JOIN study_habits h ON h.user_id = u.id
    WHERE NOT EXISTS (SELECT FROM match_zones z WHERE z.time_zone = coalesce(h.time_zone, n.time_zone))
    ON CONFLICT (time_zone) DO NOTHING;

    WITH wanted AS MATERIALIZED (
        SELECT c.course_id, c.user_id, c.availability, c.joined_at, c.university_id, z.id AS zone_id, c.traits, c.visibility
        FROM (SELECT DISTINCT id FROM unnest(people) AS id) p
        JOIN match_candidates c ON c.user_id = p.id
        JOIN match_zones z ON z.time_zone = c.time_zone
    ), gone AS (
        DELETE FROM match_pool m
        USING (SELECT DISTINCT id FROM unnest(people) AS id) p
        WHERE m.user_id = p.id
            AND NOT EXISTS (SELECT FROM wanted w WHERE w.course_id = m.course_id AND w.user_id = m.user_id)
        RETURNING m.course_id
    ), kept AS (
        INSERT INTO match_pool AS m
            (course_id, user_id, availability, joined_at, university_id, zone_id, traits, visibility)
        SELECT course_id, user_id, availability, joined_at, university_id, zone_id, traits, visibility FROM wanted w
        WHERE NOT EXISTS (
            SELECT FROM match_pool m
            WHERE m.course_id = w.course_id AND m.user_id = w.user_id AND m.availability = w.availability
                AND m.joined_at = w.joined_at AND m.university_id = w.university_id AND m.zone_id = w.zone_id
                AND m.traits = w.traits AND m.visibility = w.visibility)
        ON CONFLICT (course_id, user_id) DO UPDATE
        SET availability = EXCLUDED.availability, joined_at = EXCLUDED.joined_at,
            university_id = EXCLUDED.university_id, zone_id = EXCLUDED.zone_id, traits = EXCLUDED.traits,
            visibility = EXCLUDED.visibility
        RETURNING m.course_id
    )
    SELECT array_agg(DISTINCT course_id) INTO touched
    FROM (SELECT course_id FROM gone UNION ALL SELECT course_id FROM kept) every;

    PERFORM note_match_changes(touched || people);
END $$;

-- Makes the whole pool again, after much was loaded at once.
CREATE FUNCTION fill_match_pool() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE match_pool IN EXCLUSIVE MODE;
    DELETE FROM match_pool;
    INSERT INTO match_zones (time_zone) SELECT DISTINCT time_zone FROM match_candidates ON CONFLICT (time_zone) DO NOTHING;
    INSERT INTO match_pool (course_id, user_id, availability, joined_at, university_id, zone_id, traits, visibility)
    SELECT c.course_id, c.user_id, c.availability, c.joined_at, c.university_id, z.id, c.traits, c.visibility
    FROM match_candidates c JOIN match_zones z ON z.time_zone = c.time_zone
    ORDER BY c.course_id, c.user_id;
    PERFORM note_match_changes(array_agg(id))
    FROM (SELECT id FROM match_changes UNION SELECT course_id FROM match_pool) every;
END $$;

CREATE FUNCTION keep_match_pool_of_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_match_pool(array_agg(DISTINCT user_id)) FROM touched HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER match_pool_entered AFTER INSERT ON enrolments REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_changed AFTER UPDATE ON enrolments REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_gone AFTER DELETE ON enrolments REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_entered AFTER INSERT ON study_habits REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_changed AFTER UPDATE ON study_habits REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_gone AFTER DELETE ON study_habits REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_entered AFTER INSERT ON profile_sections REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_changed AFTER UPDATE ON profile_sections REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();
CREATE TRIGGER match_pool_gone AFTER DELETE ON profile_sections REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_touched();

-- What a profile says of itself: in the pool, on the cards of course mates, and in "you both know".
CREATE FUNCTION keep_match_pool_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_match_pool(ARRAY[NEW.id]);
    PERFORM note_match_changes(ARRAY(
        SELECT course_id FROM match_pool WHERE user_id = NEW.id
        UNION SELECT other_id FROM acquaintances WHERE user_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER match_pool_of_person
    AFTER UPDATE OF state, is_held, visibility, bio_source, picture, photo_id, university_id, name, username, headline
    ON users FOR EACH ROW
    WHEN ((OLD.state, OLD.is_held, OLD.visibility, OLD.bio_source = '', OLD.picture, OLD.photo_id, OLD.university_id,
            OLD.name, OLD.username, OLD.headline)
        IS DISTINCT FROM (NEW.state, NEW.is_held, NEW.visibility, NEW.bio_source = '', NEW.picture, NEW.photo_id,
            NEW.university_id, NEW.name, NEW.username, NEW.headline))
    EXECUTE FUNCTION keep_match_pool_of_person();

CREATE FUNCTION keep_match_pool_of_university() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_match_pool(ARRAY(SELECT id FROM users WHERE university_id = NEW.id));
    RETURN NULL;
END $$;
CREATE TRIGGER match_pool_of_university AFTER UPDATE OF time_zone ON universities FOR EACH ROW
    WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION keep_match_pool_of_university();

CREATE FUNCTION keep_match_pool_of_course() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> NEW.state THEN
        PERFORM keep_match_pool(ARRAY(SELECT user_id FROM enrolments WHERE course_id = NEW.id));
    END IF;
    PERFORM note_match_changes(ARRAY[NEW.id]);
    RETURN NULL;
END $$;
CREATE TRIGGER match_pool_of_course AFTER UPDATE OF state, code, section, term, title ON courses FOR EACH ROW
    WHEN ((OLD.state, OLD.code, OLD.section, OLD.term, OLD.title)
        IS DISTINCT FROM (NEW.state, NEW.code, NEW.section, NEW.term, NEW.title))
    EXECUTE FUNCTION keep_match_pool_of_course();

-- Whom a reader knows, asked, blocks or hides stands on the reader's own pages; a new or ended acquaintance also in
-- "you both know" on those of both's course mates.
CREATE FUNCTION note_connections_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_match_changes(array_agg(id))
    FROM (
        SELECT asker_id AS id FROM entered UNION SELECT asked_id FROM entered
        UNION SELECT p.course_id FROM entered e JOIN match_pool p ON p.user_id IN (e.asker_id, e.asked_id)
        WHERE e.state = 'accepted'
    ) every
    HAVING NOT fills_match_pool();
    RETURN NULL;
END $$;
CREATE FUNCTION note_connections_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_match_changes(array_agg(id))
    FROM (
        WITH changed AS (
            SELECT n.asker_id, n.asked_id FROM entered n JOIN gone o ON o.id = n.id WHERE n.state <> o.state
        )
        SELECT asker_id AS id FROM changed UNION SELECT asked_id FROM changed
        UNION SELECT p.course_id FROM changed c JOIN match_pool p ON p.user_id IN (c.asker_id, c.asked_id)
    ) every
    HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER match_changes_entered AFTER INSERT ON connections REFERENCING NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION note_connections_entered();
CREATE TRIGGER match_changes_changed AFTER UPDATE ON connections
    REFERENCING OLD TABLE AS gone NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION note_connections_changed();

CREATE FUNCTION note_reader_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM note_match_changes(ARRAY[coalesce(NEW.user_id, OLD.user_id)]);
    RETURN NULL;
END $$;
CREATE TRIGGER match_changes_of_reader AFTER INSERT OR UPDATE OR DELETE ON blocks
    FOR EACH ROW EXECUTE FUNCTION note_reader_changed();
CREATE TRIGGER match_changes_of_reader AFTER INSERT OR UPDATE OR DELETE ON hidden_people
    FOR EACH ROW EXECUTE FUNCTION note_reader_changed();

-- Who is told when somebody in the course shares free time with them.
CREATE TABLE match_watches (
    user_id    uuid NOT NULL REFERENCES users,
    course_id  uuid NOT NULL REFERENCES courses,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- The sum of changes at which nobody was found; NULL: not looked yet.
    seen_changes bigint,
    PRIMARY KEY (user_id, course_id)
);
CREATE INDEX match_watches_of_course ON match_watches (course_id);
CREATE TRIGGER match_changes_of_reader AFTER INSERT OR DELETE ON match_watches
    FOR EACH ROW EXECUTE FUNCTION note_reader_changed();

CREATE TABLE study_groups (
    id           uuid PRIMARY KEY,
    course_id    uuid NOT NULL REFERENCES courses,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    founder_id   uuid NOT NULL REFERENCES users,
    -- The time they share each week, in wall time of the zone: quarter hours from Sunday 0:00.
    starts_at_quarter smallint NOT NULL CHECK (starts_at_quarter BETWEEN 0 AND 671),
    quarter_count     smallint NOT NULL CHECK (quarter_count BETWEEN 1 AND 96),
    time_zone    text NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
    state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'dissolved')),
    -- Members and those invited: a place that is offered is taken.
    member_count smallint NOT NULL DEFAULT 0 CHECK (member_count BETWEEN 0 AND 6),
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX study_groups_of_course ON study_groups (course_id, created_at DESC) WHERE state = 'active';
CREATE INDEX study_groups_of_founder ON study_groups (founder_id);
CREATE TABLE study_group_members (
    group_id   uuid NOT NULL REFERENCES study_groups,
    user_id    uuid NOT NULL REFERENCES users,
    state      text NOT NULL CHECK (state IN ('invited', 'member', 'declined', 'left')),
    invited_by uuid REFERENCES users,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX study_group_members_of_user ON study_group_members (user_id, state);
CREATE INDEX study_group_members_invited_by ON study_group_members (invited_by) WHERE invited_by IS NOT NULL;
