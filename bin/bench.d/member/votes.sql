SELECT c.visibility, n.name, c.state = 'archived',
    m.role,
    CASE WHEN (m.role IN ('owner', 'moderator') OR m.role = 'member' AND false) THEN 0 ELSE c.comment_wait END,
    CASE WHEN c.comment_wait > 0
        AND NOT coalesce((m.role IN ('owner', 'moderator') OR m.role = 'member' AND false), false) THEN (
        SELECT max(k.created_at)
        FROM comments k JOIN posts o ON o.id = k.post_id
        WHERE k.author_id = '{MEMBER}' AND k.created_at > now() - interval '60 minutes'
            AND o.community_id = c.id) END,
    (SELECT v.value FROM post_votes v WHERE v.user_id = '{MEMBER}' AND v.post_id = p.id),
    ARRAY(
        SELECT v.comment_number
        FROM comment_votes v
        WHERE v.user_id = '{MEMBER}' AND v.post_id = p.id AND v.value = 1 AND p.last_comment_number <= 200
        LIMIT 200),
    ARRAY(
        SELECT v.comment_number
        FROM comment_votes v
        WHERE v.user_id = '{MEMBER}' AND v.post_id = p.id AND v.value = -1 AND p.last_comment_number <= 200
        LIMIT 200)
FROM posts p
JOIN communities c ON c.id = p.community_id
LEFT JOIN universities n ON n.id = c.university_id
LEFT JOIN memberships m ON m.community_id = c.id AND m.user_id = '{MEMBER}'
WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')) AND p.number = $2::integer
LIMIT 1
