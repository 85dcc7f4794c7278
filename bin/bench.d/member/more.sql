SELECT p.number, p.kind, p.title, p.slug, p.is_pinned, p.is_locked, p.score, p.comment_count, p.answered_at,
    p.published_at, p.hot, u.name, u.username, (NOT u.is_held AND u.state = 'active' AND (u.visibility = 'public'
            OR u.visibility = 'university' AND u.university_id = '{UNIVERSITY}'
            OR u.visibility = 'connections' AND EXISTS (SELECT FROM acquaintances q WHERE q.user_id = '{MEMBER}' AND q.other_id = u.id))
        AND u.id <> ALL (ARRAY(SELECT b.other_id FROM blocks b WHERE b.user_id = '{MEMBER}'))
        OR u.id = '{MEMBER}'), CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END, s.name, c.slug, c.name
FROM posts p
JOIN users u ON u.id = p.author_id
JOIN spaces s ON s.id = p.space_id
JOIN communities c ON c.id = p.community_id
WHERE p.community_id = (SELECT c.id FROM communities c WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')))
    AND p.state = 'published' AND p.number <> $2::integer
ORDER BY p.hot DESC, p.number DESC
LIMIT 4
