-- Who takes which course.

ALTER TABLE courses
    -- A course that a member misses waits for a moderator as 'suggested'; nobody else sees it until then.
    ADD COLUMN state          text NOT NULL DEFAULT 'active' CHECK (state IN ('suggested', 'active', 'closed')),
    ADD COLUMN suggested_by   uuid REFERENCES users,
    -- Where the course is talked about.
    ADD COLUMN community_id   uuid REFERENCES communities ON DELETE SET NULL,
    -- Active enrolments, shown or not; kept by the trigger below.
    ADD COLUMN student_count  integer NOT NULL DEFAULT 0 CHECK (student_count >= 0);
CREATE INDEX courses_suggested ON courses (created_at) WHERE state = 'suggested';
CREATE INDEX courses_suggested_by ON courses (suggested_by) WHERE suggested_by IS NOT NULL;
CREATE INDEX courses_of_community ON courses (community_id) WHERE community_id IS NOT NULL;

CREATE TABLE enrolments (
    course_id   uuid NOT NULL REFERENCES courses,
    user_id     uuid NOT NULL REFERENCES users,
    state       text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'dropped')),
    -- The student's own choice, course by course: course mates see them here, and matching may show them.
    is_shown    boolean NOT NULL DEFAULT false,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (course_id, user_id)
);
CREATE INDEX enrolments_of_user ON enrolments (user_id, course_id) WHERE state = 'active';

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
