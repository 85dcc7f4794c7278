-- The straightforward statement: every mate's rows of availability joined to the reader's JSON slots on overlap, the
-- connections joined by OR.
PREPARE earlier_matches(uuid, uuid) AS
WITH mine AS (
    SELECT (slot ->> 'day')::smallint AS day, (slot ->> 'from')::time AS starts, (slot ->> 'to')::time AS ends
    FROM earlier_preferences p, jsonb_array_elements(p.preferences -> 'slots') slot WHERE p.user_id = $2
), shared AS (
    SELECT a.user_id, sum(extract(epoch FROM least(a.ends, m.ends) - greatest(a.starts, m.starts))) / 3600 AS hours
    FROM enrolments e
    JOIN earlier_availability a ON a.user_id = e.user_id
    JOIN mine m ON m.day = a.day AND a.starts < m.ends AND m.starts < a.ends
    WHERE e.course_id = $1 AND e.state = 'active' AND e.is_shown AND e.user_id <> $2
    GROUP BY a.user_id
)
SELECT u.id, u.name, u.headline, s.hours, c.state,
    40 * least(s.hours / 6, 1)
    + 30 * (CASE WHEN o.preferences ->> 'location' = p.preferences ->> 'location' THEN 1
                WHEN 'any' IN (o.preferences ->> 'location', p.preferences ->> 'location') THEN 0.5 ELSE 0 END
          + CASE WHEN o.preferences ->> 'style' = p.preferences ->> 'style' THEN 1
                WHEN 'mixed' IN (o.preferences ->> 'style', p.preferences ->> 'style') THEN 0.5 ELSE 0 END
          + CASE WHEN o.preferences ->> 'pace' = p.preferences ->> 'pace' THEN 1
                WHEN 'moderate' IN (o.preferences ->> 'pace', p.preferences ->> 'pace') THEN 0.5 ELSE 0 END) / 3
    + CASE WHEN u.bio_source <> '' THEN 20 ELSE 0 END + CASE WHEN u.picture IS NOT NULL THEN 10 ELSE 0 END AS score
FROM shared s
JOIN users u ON u.id = s.user_id AND u.state = 'active' AND NOT u.is_held
JOIN earlier_preferences p ON p.user_id = u.id
JOIN earlier_preferences o ON o.user_id = $2
LEFT JOIN connections c ON (c.asker_id = $2 AND c.asked_id = u.id OR c.asker_id = u.id AND c.asked_id = $2)
    AND c.state IN ('pending', 'accepted')
WHERE NOT EXISTS (SELECT FROM blocks b WHERE b.user_id = $2 AND b.other_id = u.id)
ORDER BY score DESC, u.created_at, u.id
LIMIT 10;
