-- Twenty thousand people with a week, each already found by course mates in one course, and two thousand courses more.
SET session_replication_role = replica;
SELECT setseed(0.5);
INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
VALUES ('00000000-0000-4000-8000-000000000001', 'alder', 'Alder', 'Alder', 'America/Los_Angeles', 'Fall 2026');
INSERT INTO site (home_university_id, is_demonstration) VALUES ('00000000-0000-4000-8000-000000000001', true);
INSERT INTO users (id, university_id, email, username, name, state)
SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'person' || n || '@alder.example', 'person' || n,
    'Person ' || n, 'active'
FROM generate_series(1, 20000) n;
INSERT INTO study_habits (user_id, availability)
SELECT id, (repeat('0', 32) || repeat('1', 40) || repeat('0', 600))::bit(672) FROM users;
INSERT INTO courses (id, university_id, code, term, title)
SELECT gen_random_uuid(), '00000000-0000-4000-8000-000000000001', 'CS ' || n, 'Fall 2026', 'Course ' || n
FROM generate_series(0, 2000) n;
INSERT INTO enrolments (course_id, user_id, is_shown)
SELECT c.id, u.id, true FROM users u, courses c WHERE c.code = 'CS 0';
UPDATE courses SET student_count = 20000 WHERE code = 'CS 0';
SELECT fill_match_pool();
SET session_replication_role = origin;
VACUUM ANALYZE;
