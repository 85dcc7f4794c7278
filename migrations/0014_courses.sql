-- Who takes which course.

ALTER TABLE courses
    -- A closed course is over: nobody begins it, and who takes it still finds it.
    ADD COLUMN state         text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
    -- Where the course is talked about.
    ADD COLUMN community_id  uuid REFERENCES communities ON DELETE SET NULL,
    -- Active enrolments, shown or not; kept by the triggers below. Nobody is told: who knows a course could tell from
    -- it who has come or gone.
    ADD COLUMN student_count integer NOT NULL DEFAULT 0 CHECK (student_count >= 0),
    -- What a course is found by: words in small letters, a blank before each.
    ADD COLUMN search_name   text GENERATED ALWAYS AS (' ' || regexp_replace(
        search_name(code || ' ' || replace(code, ' ', '') || ' ' || title || ' ' || instructor), '[^[:alnum:]]+', ' ', 'g')) STORED;
CREATE INDEX courses_of_community ON courses (community_id) WHERE community_id IS NOT NULL;
CREATE INDEX courses_of_term ON courses (university_id, term, code, section);
CREATE INDEX courses_names ON courses USING gin (search_name gin_trgm_ops);

-- A course that a member misses, until a moderator has looked at it. Nobody else sees it.
CREATE TABLE course_suggestions (
    id            uuid PRIMARY KEY,
    university_id uuid NOT NULL REFERENCES universities,
    user_id       uuid NOT NULL REFERENCES users,
    code          text NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
    section       text NOT NULL DEFAULT '' CHECK (length(section) <= 20),
    term          text NOT NULL CHECK (length(term) BETWEEN 1 AND 40),
    title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    instructor    text NOT NULL DEFAULT '' CHECK (length(instructor) <= 120),
    schedule      text NOT NULL DEFAULT '' CHECK (length(schedule) <= 200),
    -- What the enrolment's choice will be once there is a course.
    is_shown      boolean NOT NULL DEFAULT false,
    state         text NOT NULL DEFAULT 'waiting' CHECK (state IN
                  ('waiting', 'confirmed', 'merged', 'declined', 'withdrawn')),
    -- Why it was declined.
    reason        text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
    -- What it became.
    course_id     uuid REFERENCES courses,
    decided_by    uuid REFERENCES users,
    decided_at    timestamptz,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK ((course_id IS NOT NULL) = (state IN ('confirmed', 'merged'))),
    CHECK ((decided_at IS NOT NULL) = (state <> 'waiting'))
);
CREATE INDEX course_suggestions_waiting ON course_suggestions (created_at, id) WHERE state = 'waiting';
CREATE INDEX course_suggestions_of_user ON course_suggestions (user_id, created_at DESC);
CREATE UNIQUE INDEX course_suggestions_once ON course_suggestions (user_id, lower(code), lower(section), term)
    WHERE state = 'waiting';
CREATE INDEX course_suggestions_of_university ON course_suggestions (university_id);
CREATE INDEX course_suggestions_of_course ON course_suggestions (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX course_suggestions_decided_by ON course_suggestions (decided_by) WHERE decided_by IS NOT NULL;

CREATE TABLE enrolments (
    course_id   uuid NOT NULL REFERENCES courses,
    user_id     uuid NOT NULL REFERENCES users,
    state       text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'dropped')),
    -- Whether a file of the registrar's brought it: those are not counted where somebody has taken enough by hand.
    is_imported boolean NOT NULL DEFAULT false,
    -- The student's own choice, course by course: course mates see them here, and matching may show them.
    is_shown    boolean NOT NULL DEFAULT false,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (course_id, user_id)
);
CREATE INDEX enrolments_of_user ON enrolments (user_id, course_id) WHERE state = 'active';

-- Those a course page shows, in its order.
CREATE INDEX enrolments_shown ON enrolments (course_id, user_id) WHERE is_shown AND state = 'active';

CREATE FUNCTION count_students() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE courses c SET student_count = c.student_count + n.change
    FROM (
        SELECT course_id, sum(change) AS change
        FROM (
            SELECT course_id, 1 AS change FROM entered WHERE state = 'active'
        ) every
        GROUP BY course_id
        ORDER BY course_id
    ) n
    WHERE c.id = n.course_id AND n.change <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER count_students_entered AFTER INSERT ON enrolments REFERENCING NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION count_students();

CREATE FUNCTION recount_students() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE courses c SET student_count = c.student_count + n.change
    FROM (
        SELECT course_id, sum(change) AS change
        FROM (
            SELECT course_id, 1 AS change FROM entered WHERE state = 'active'
            UNION ALL SELECT course_id, -1 FROM gone WHERE state = 'active'
        ) every
        GROUP BY course_id
        ORDER BY course_id
    ) n
    WHERE c.id = n.course_id AND n.change <> 0;
    RETURN NULL;
END $$;
CREATE TRIGGER count_students_changed AFTER UPDATE ON enrolments REFERENCING OLD TABLE AS gone NEW TABLE AS entered
    FOR EACH STATEMENT EXECUTE FUNCTION recount_students();
