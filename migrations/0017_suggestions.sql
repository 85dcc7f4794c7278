-- People somebody may know, and what members did.

CREATE TABLE suggestions (
    user_id      uuid NOT NULL REFERENCES users,
    other_id     uuid NOT NULL REFERENCES users,
    score        real NOT NULL CHECK (score > 0),
    -- What speaks for it, each with its figure: {"mutual": 2, "courses": 1, "skills": 3, "communities": 2}.
    reasons      jsonb NOT NULL,
    made_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, other_id),
    CHECK (user_id <> other_id)
);
CREATE INDEX suggestions_best ON suggestions (user_id, score DESC, other_id);
CREATE INDEX suggestions_of_other ON suggestions (other_id);
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
