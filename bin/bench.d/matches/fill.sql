-- Three courses, everyone in one of them and with a week, rows of the pool as scattered as they are made.
SET session_replication_role = replica;
SELECT setseed(0.5);
INSERT INTO universities (id, slug, name, short_name, time_zone, current_term)
VALUES ('00000000-0000-4000-8000-000000000001', 'alder', 'Alder', 'Alder', 'America/Los_Angeles', 'Fall 2026');
INSERT INTO site (home_university_id, is_demonstration) VALUES ('00000000-0000-4000-8000-000000000001', true);
CREATE TEMP TABLE weeks AS
SELECT w, string_agg(CASE WHEN h % 24 BETWEEN 8 AND 21 AND random() < 0.3 THEN '1111' ELSE '0000' END, '' ORDER BY h)::bit(672) AS week
FROM generate_series(0, 1999) w, generate_series(0, 167) h GROUP BY w;
INSERT INTO users (id, university_id, email, username, name, headline, state, visibility, bio_source, picture, created_at)
SELECT md5('u' || i)::uuid, '00000000-0000-4000-8000-000000000001', 'p' || i || '@alder.example', 'person' || i, 'Person ' || i,
    'Likes it quiet.', 'active', 'university', CASE WHEN random() < 0.7 THEN 'Hi' ELSE '' END,
    CASE WHEN random() < 0.5 THEN 'pattern' END, now() - random() * interval '3 years'
FROM generate_series(1, 111000) i;
INSERT INTO study_habits (user_id, availability, location, style, pace, has_habits)
SELECT u.id, w.week, (ARRAY['library', 'cafe', 'home', 'study_room', 'any'])[1 + floor(random() * 5)],
    (ARRAY['collaborative', 'quiet', 'mixed'])[1 + floor(random() * 3)],
    (ARRAY['slow', 'moderate', 'fast'])[1 + floor(random() * 3)], true
FROM (SELECT id, floor(random() * 2000)::int AS r FROM users) u JOIN weeks w ON w.w = u.r;
INSERT INTO courses (id, university_id, code, term, title)
SELECT md5('c' || size)::uuid, '00000000-0000-4000-8000-000000000001', 'SIZE ' || size, 'Fall 2026', 'A course'
FROM unnest(ARRAY[1000, 10000, 100000]) size;
CREATE TEMP TABLE places AS SELECT id, row_number() OVER (ORDER BY id) AS place FROM users;
INSERT INTO enrolments (course_id, user_id, is_shown)
SELECT md5('c' || CASE WHEN place <= 1000 THEN 1000 WHEN place <= 11000 THEN 10000 ELSE 100000 END)::uuid, id, true
FROM places ORDER BY md5(id::text);
INSERT INTO connections (id, asker_id, asked_id, state, origin, answered_at)
SELECT gen_random_uuid(), a.id, b.id, 'accepted', 'match', now()
FROM places a CROSS JOIN unnest(ARRAY[1, 7, 31]) further JOIN places b ON b.place = a.place + further
WHERE a.place <= 30000;
INSERT INTO acquaintances (user_id, other_id, connection_id, since)
SELECT asker_id, asked_id, id, answered_at FROM connections UNION ALL SELECT asked_id, asker_id, id, answered_at FROM connections;
INSERT INTO blocks (user_id, other_id, is_own)
SELECT x.one, x.other, x.own
FROM places a JOIN places b ON b.place = a.place + 3,
    LATERAL (VALUES (a.id, b.id, true), (b.id, a.id, false)) x (one, other, own)
WHERE a.place <= 20000;
-- Rows made one by one, not course by course.
INSERT INTO match_zones (time_zone) VALUES ('America/Los_Angeles');
INSERT INTO match_pool (course_id, user_id, availability, joined_at, university_id, zone_id, traits, visibility)
SELECT c.course_id, c.user_id, c.availability, c.joined_at, c.university_id, z.id, c.traits, c.visibility
FROM match_candidates c JOIN match_zones z ON z.time_zone = c.time_zone ORDER BY md5(c.user_id::text || c.course_id::text);

-- The earlier design: availability as rows of day, from and to, and as JSON slots; one row a connection.
CREATE TABLE earlier_availability (user_id uuid NOT NULL, day smallint NOT NULL, starts time NOT NULL, ends time NOT NULL);
INSERT INTO earlier_availability
SELECT h.user_id, hour / 24, make_time(min(hour) % 24, 0, 0), make_time(max(hour) % 24 + 1, 0, 0)
FROM (
    SELECT h.user_id, hour, hour - row_number() OVER (PARTITION BY h.user_id, hour / 24 ORDER BY hour) AS island
    FROM study_habits h, generate_series(0, 167) hour WHERE get_bit(h.availability, hour * 4) = 1
) h
GROUP BY h.user_id, hour / 24, island;
CREATE INDEX ON earlier_availability (user_id, day);
CREATE TABLE earlier_preferences AS
SELECT user_id, jsonb_build_object('location', location, 'style', style, 'pace', pace, 'slots', (
    SELECT jsonb_agg(jsonb_build_object('day', day, 'from', starts, 'to', ends))
    FROM earlier_availability a WHERE a.user_id = h.user_id)) AS preferences
FROM study_habits h;
ALTER TABLE earlier_preferences ADD PRIMARY KEY (user_id);
VACUUM ANALYZE;
