-- When somebody stops being a student, whose a username was, and how many looked at a profile.

-- Looks at somebody's profile are counted for its owner alone, who asked for it: a number, never who. The first thing
-- here: it reads 13 months, and what comes behind takes `users` until all is committed.
CREATE INDEX activity_of_viewed ON activity (subject_id, happened_at) WHERE kind = 'viewed';

-- A student says the year they expect to graduate in; until it is over they may take courses. Kept with whatever they
-- say, from wherever it is written.
CREATE FUNCTION graduation(fields jsonb) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    CASE WHEN jsonb_typeof(fields -> 'expected_graduation') = 'number'
            AND (fields ->> 'expected_graduation')::numeric BETWEEN 1900 AND 2200
        THEN make_timestamptz((fields ->> 'expected_graduation')::numeric::integer + 1, 1, 1, 0, 0, 0, 'UTC') END;

CREATE FUNCTION keep_graduation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE users
    SET graduates_at = CASE WHEN TG_OP <> 'DELETE' THEN graduation(NEW.fields) END
    WHERE id = coalesce(NEW.user_id, OLD.user_id)
        AND graduates_at IS DISTINCT FROM CASE WHEN TG_OP <> 'DELETE' THEN graduation(NEW.fields) END;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_graduation_of_new AFTER INSERT OR UPDATE OF fields ON profile_details FOR EACH ROW
    WHEN (NEW.profile_type = 'student') EXECUTE FUNCTION keep_graduation();
CREATE TRIGGER keep_graduation_of_gone AFTER DELETE ON profile_details FOR EACH ROW
    WHEN (OLD.profile_type = 'student') EXECUTE FUNCTION keep_graduation();

UPDATE users u
SET graduates_at = graduation(d.fields)
FROM profile_details d
WHERE d.user_id = u.id AND d.profile_type = 'student' AND u.graduates_at IS DISTINCT FROM graduation(d.fields);

-- Also of those who are students besides something else.
DROP INDEX users_graduating;
CREATE INDEX users_graduating ON users (graduates_at) WHERE graduates_at IS NOT NULL;

-- NULL: of an account that is no more. Nobody gets the name, and nothing tells whose it was.
ALTER TABLE former_usernames ALTER COLUMN user_id DROP NOT NULL;
CREATE OR REPLACE FUNCTION refuse_former_username() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM former_usernames WHERE username = NEW.username AND user_id IS DISTINCT FROM NEW.id) THEN
        RAISE EXCEPTION 'somebody had this username' USING
            ERRCODE = 'unique_violation', CONSTRAINT = 'users_username', TABLE = 'users';
    END IF;
    RETURN NULL;
END $$;

ALTER TABLE users ADD COLUMN counts_views boolean NOT NULL DEFAULT false;
