SELECT m.number, m.parent_number, m.state = 'removed',
    CASE WHEN m.state = 'published' THEN m.body_html ELSE '' END,
    m.score, m.removal_reason, m.created_at, m.edited_at IS NOT NULL, m.id, u.name, u.username, (NOT u.is_held AND u.state = 'active' AND (u.visibility = 'public'
            OR u.visibility = 'university' AND u.university_id = '{UNIVERSITY}'
            OR u.visibility = 'connections' AND EXISTS (SELECT FROM acquaintances q WHERE q.user_id = '{MEMBER}' AND q.other_id = u.id))
        AND u.id <> ALL (ARRAY(SELECT b.other_id FROM blocks b WHERE b.user_id = '{MEMBER}'))
        OR u.id = '{MEMBER}'), CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END, false
FROM comments m
JOIN users u ON u.id = m.author_id
WHERE m.post_id = (
        SELECT p.id FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')) AND p.number = $2::integer
            AND p.state IN ('published', 'archived') AND p.last_comment_number <= 200)
    AND m.state IN ('published', 'removed')
ORDER BY m.number
LIMIT 200
