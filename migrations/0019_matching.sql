-- Who is shown as a match, to whom, and how often.

-- The pool knows who may see a person's courses: being shown as a match says that somebody takes the course. It is kept
-- here and not asked by the page's statement, because a look into the sections for each of 10,000 people would cost
-- more than their scores. `visibility` is that of profile and courses together: who may see both. It is never 'only_me',
-- and 'university_connections' is for connections of the same university: a profile for the university, with courses
-- for connections.
--
-- What somebody keeps from their university counts for nobody's matches: no bio and no habits are told by a score.
CREATE OR REPLACE VIEW match_candidates AS
SELECT e.course_id, e.user_id,
    CASE WHEN h.user_id IS NULL OR s.availability = 'only_me' THEN repeat('0', 672)::bit(672) ELSE h.availability END
        AS availability,
    u.created_at AS joined_at, u.university_id, coalesce(h.time_zone, n.time_zone) AS time_zone,
    match_traits(CASE WHEN s.shows_details THEN coalesce(h.location, 'any') ELSE 'any' END,
        CASE WHEN s.shows_details THEN coalesce(h.style, 'mixed') ELSE 'mixed' END,
        CASE WHEN s.shows_details THEN coalesce(h.pace, 'moderate') ELSE 'moderate' END,
        u.bio_source <> '' AND s.shows_bio, u.picture IS NOT NULL) AS traits,
    CASE WHEN s.courses IS DISTINCT FROM 'connections' THEN u.visibility
        WHEN u.visibility = 'university' THEN 'university_connections' ELSE 'connections' END AS visibility
FROM enrolments e
JOIN courses c ON c.id = e.course_id
JOIN users u ON u.id = e.user_id
JOIN universities n ON n.id = u.university_id
LEFT JOIN study_habits h ON h.user_id = e.user_id
CROSS JOIN LATERAL (
    SELECT min(visibility) FILTER (WHERE section = 'availability') AS availability,
        min(visibility) FILTER (WHERE section = 'courses') AS courses,
        count(*) FILTER (WHERE section = 'details' AND visibility IN ('connections', 'only_me')) = 0 AS shows_details,
        count(*) FILTER (WHERE section = 'about' AND visibility IN ('connections', 'only_me')) = 0 AS shows_bio
    FROM profile_sections WHERE user_id = e.user_id) s
WHERE e.state = 'active' AND e.is_shown AND c.state = 'active'
    AND u.state = 'active' AND NOT u.is_held AND u.visibility <> 'only_me' AND s.courses IS DISTINCT FROM 'only_me';

-- Which zones a course's people live by is found with a look a zone.
CREATE INDEX match_pool_zones ON match_pool (course_id, zone_id);

-- Whom a reader was shown on first pages this week: each counts once, however often the reader comes back. After 500
-- people nothing is counted, so that a row stays small.
CREATE TABLE match_showings (
    user_id uuid PRIMARY KEY REFERENCES users,
    -- The Monday, in UTC.
    week    date NOT NULL,
    people  uuid[] NOT NULL CHECK (cardinality(people) <= 500)
) WITH (fillfactor = 50);

-- A kept page holds one number made of each counter in match_changes with whose it is; their sum could stay as it was
-- when somebody leaves a course and something else changes.

-- Makes the pool's rows of these people what they should be, and notes for whom pages changed: them, the courses in which
-- their rows changed, and `others`. All are noted at once: who notes twice could wait for somebody who waits for them.
DROP FUNCTION keep_match_pool(uuid[]);
CREATE FUNCTION keep_match_pool(people uuid[], others uuid[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql
    SET jit = off SET enable_nestloop = on AS $$
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

    -- Also of those whom no course shows: whom they know sees their week.
    INSERT INTO match_zones (time_zone)
    SELECT DISTINCT coalesce(h.time_zone, n.time_zone)
    FROM unnest(people) AS person (id)
    JOIN users u ON u.id = person.id
    JOIN universities n ON n.id = u.university_id
    LEFT JOIN study_habits h ON h.user_id = u.id
    WHERE NOT EXISTS (SELECT FROM match_zones z WHERE z.time_zone = coalesce(h.time_zone, n.time_zone))
    ORDER BY 1
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

    PERFORM note_match_changes(touched || people || others);
END $$;

-- Makes the whole pool again, after much was loaded at once.
CREATE OR REPLACE FUNCTION fill_match_pool() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE match_pool IN EXCLUSIVE MODE;
    DELETE FROM match_pool;
    INSERT INTO match_zones (time_zone)
    SELECT time_zone FROM universities UNION SELECT time_zone FROM study_habits WHERE time_zone IS NOT NULL
    ORDER BY 1
    ON CONFLICT (time_zone) DO NOTHING;
    INSERT INTO match_pool (course_id, user_id, availability, joined_at, university_id, zone_id, traits, visibility)
    SELECT c.course_id, c.user_id, c.availability, c.joined_at, c.university_id, z.id, c.traits, c.visibility
    FROM match_candidates c JOIN match_zones z ON z.time_zone = c.time_zone
    ORDER BY c.course_id, c.user_id;
    PERFORM note_match_changes(array_agg(id))
    FROM (SELECT id FROM match_changes UNION SELECT course_id FROM match_pool) every;
END $$;

-- A university's clock is that of everyone who keeps no other. A job makes their rows again, some at a time: all at once
-- would take longer than a statement may, and hold up whoever changes anything meanwhile.
CREATE OR REPLACE FUNCTION keep_match_pool_of_university() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO match_zones (time_zone) VALUES (NEW.time_zone) ON CONFLICT (time_zone) DO NOTHING;
    INSERT INTO jobs (id, kind, payload)
    VALUES (gen_random_uuid(), 'university_clock', jsonb_build_object('university', NEW.id));
    PERFORM pg_notify('jobs', '');
    RETURN NULL;
END $$;

-- What a profile says of itself: in the pool, on the cards of course mates, and in "you both know".
CREATE OR REPLACE FUNCTION keep_match_pool_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_match_pool(ARRAY[NEW.id], ARRAY(
        SELECT course_id FROM match_pool WHERE user_id = NEW.id
        UNION SELECT other_id FROM acquaintances WHERE user_id = NEW.id));
    RETURN NULL;
END $$;

-- Cards show what a section lets them, also where the pool's rows stay as they are: the whole week, for one.
CREATE FUNCTION keep_match_pool_of_sections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_match_pool(array_agg(DISTINCT t.user_id), array_agg(DISTINCT p.course_id))
    FROM touched t LEFT JOIN match_pool p ON p.user_id = t.user_id
    HAVING count(*) > 0;
    RETURN NULL;
END $$;
DROP TRIGGER match_pool_entered ON profile_sections;
DROP TRIGGER match_pool_changed ON profile_sections;
DROP TRIGGER match_pool_gone ON profile_sections;
CREATE TRIGGER match_pool_entered AFTER INSERT ON profile_sections REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_sections();
CREATE TRIGGER match_pool_changed AFTER UPDATE ON profile_sections REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_sections();
CREATE TRIGGER match_pool_gone AFTER DELETE ON profile_sections REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION keep_match_pool_of_sections();

INSERT INTO match_zones (time_zone)
SELECT time_zone FROM universities UNION SELECT time_zone FROM study_habits WHERE time_zone IS NOT NULL
ORDER BY 1
ON CONFLICT (time_zone) DO NOTHING;

-- Those whom it leaves out from now on, or shows to fewer.
SELECT keep_match_pool(array_agg(DISTINCT user_id)) FROM profile_sections
WHERE section IN ('about', 'details', 'courses')
HAVING count(*) > 0;
