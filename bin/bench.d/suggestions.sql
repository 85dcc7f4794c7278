-- A hundred thousand people with what they have in common, besides a demonstration: about twenty connections each (a few
-- hubs with five hundred), courses from ten to ten thousand students, communities of all sizes, skills and subjects.
BEGIN;
SET LOCAL session_replication_role = replica;
SELECT setseed(0.5);
INSERT INTO users (id, university_id, email, username, name, state)
SELECT gen_random_uuid(), (SELECT home_university_id FROM site), 'many' || n || '@many.example', 'many' || n,
    'Person ' || n, 'active'
FROM generate_series(1, 100000) n;
CREATE TEMP TABLE people AS SELECT id, row_number() OVER (ORDER BY id)::integer AS n FROM users WHERE username LIKE 'many%';
CREATE UNIQUE INDEX ON people (n);
-- Most know people near them; every 50th connection leads anywhere, a third of those to a hub.
CREATE TEMP TABLE pairs AS
SELECT DISTINCT least(a.id, b.id) AS one, greatest(a.id, b.id) AS other
FROM (
    SELECT p.id, CASE
        WHEN random() < 0.98 THEN ((p.n + 1 + floor(random() * random() * 120)::integer - 1) % 100000) + 1
        WHEN random() < 0.67 THEN 1 + floor(random() * 100000)::integer
        ELSE 1 + 1000 * floor(random() * 100)::integer END AS n
    FROM people p CROSS JOIN generate_series(1, 10)
) a JOIN people b ON b.n = a.n
WHERE a.id <> b.id;
INSERT INTO connections (id, asker_id, asked_id, state, origin, asked_at, answered_at)
SELECT gen_random_uuid(), one, other, 'accepted', 'match', now() - interval '20 days', now() - interval '19 days' FROM pairs;
INSERT INTO acquaintances (user_id, other_id, connection_id, since)
SELECT asker_id, asked_id, id, answered_at FROM connections WHERE state = 'accepted'
UNION ALL SELECT asked_id, asker_id, id, answered_at FROM connections WHERE state = 'accepted'
ON CONFLICT DO NOTHING;
-- Four courses each; the first has ten thousand students.
CREATE TEMP TABLE lectures AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, 1500) n;
INSERT INTO courses (id, university_id, code, term, title)
SELECT id, (SELECT home_university_id FROM site), 'MANY ' || n, 'Fall 2026', 'Course ' || n FROM lectures;
CREATE TEMP TABLE takes AS
SELECT DISTINCT p.id AS user_id, l.id AS course_id
FROM (
    SELECT id, CASE WHEN random() < 0.03 THEN 1 ELSE 1 + floor(1500 * power(random(), 2))::integer END AS course
    FROM people CROSS JOIN generate_series(1, 4)
) p JOIN lectures l ON l.n = least(p.course, 1500);
INSERT INTO enrolments (course_id, user_id, is_shown) SELECT course_id, user_id, true FROM takes;
SELECT fill_match_pool();
UPDATE courses c SET student_count = t.count FROM (SELECT course_id, count(*) FROM takes GROUP BY 1) t WHERE t.course_id = c.id;
-- Three communities each.
CREATE TEMP TABLE places AS SELECT gen_random_uuid() AS id, n FROM generate_series(1, 300) n;
INSERT INTO communities (id, slug, name, description, visibility)
SELECT id, 'many-' || n, 'Community ' || n, '', 'public' FROM places;
INSERT INTO memberships (community_id, user_id)
SELECT DISTINCT l.id, p.id
FROM (
    SELECT id, 1 + floor(300 * power(random(), 3))::integer AS place FROM people CROSS JOIN generate_series(1, 3)
) p JOIN places l ON l.n = least(p.place, 300);
UPDATE communities c SET member_count = t.count
FROM (SELECT community_id, count(*) FROM memberships GROUP BY 1) t WHERE t.community_id = c.id AND c.slug LIKE 'many-%';
-- Three skills of four hundred, and one subject of sixty.
INSERT INTO skills (slug, name) SELECT 'many-' || n, 'Skill ' || n FROM generate_series(1, 400) n;
INSERT INTO user_skills (user_id, skill, level)
SELECT DISTINCT ON (id, skill) id, skill, 3
FROM (SELECT id, 'many-' || 1 + floor(400 * power(random(), 2))::integer AS skill FROM people CROSS JOIN generate_series(1, 3)) s;
INSERT INTO profile_details (user_id, profile_type, fields)
SELECT id, 'student', jsonb_build_object('major', 'Subject ' || 1 + floor(random() * 60)::integer) FROM people;
COMMIT;
ANALYZE;
