SELECT p.number, p.kind, p.title, p.slug, p.is_pinned, p.is_locked, p.score, p.comment_count, p.answered_at,
    p.published_at, p.hot,
    u.name, u.username, u.visibility = 'public' AND NOT u.is_held AND u.state = 'active',
    CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END, s.name, c.slug, c.name
FROM posts p
JOIN users u ON u.id = p.author_id
JOIN spaces s ON s.id = p.space_id
JOIN communities c ON c.id = p.community_id
WHERE p.community_id = (SELECT id FROM communities WHERE slug = $1 AND visibility = 'public')
    AND p.state = 'published' AND p.number <> $2::integer
ORDER BY p.hot DESC, p.number DESC
LIMIT 4
