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
