SELECT m.number, m.parent_number, m.state = 'removed',
    CASE WHEN m.state = 'published' THEN m.body_html ELSE '' END,
    m.score, m.removal_reason, m.created_at, CASE WHEN m.edited_at IS NOT NULL THEN m.id END,
    u.name, u.username, u.visibility = 'public' AND NOT u.is_held AND u.state = 'active',
    CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END, NOT u.is_indexable
FROM comments m
JOIN users u ON u.id = m.author_id
WHERE m.post_id = (
        SELECT p.id FROM posts p JOIN communities c ON c.id = p.community_id
        WHERE c.slug = $1 AND c.visibility = 'public' AND p.number = $2::integer
            AND p.state IN ('published', 'archived') AND p.last_comment_number <= 200)
    AND m.state IN ('published', 'removed')
ORDER BY m.number
LIMIT 200
