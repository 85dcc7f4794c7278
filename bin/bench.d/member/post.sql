SELECT p.id, p.number, p.kind, p.state, p.title, p.slug, p.body_html, p.excerpt, p.tags, p.is_pinned,
    p.is_locked, p.score, p.comment_count, p.last_comment_number, p.answer_number, p.answered_at,
    CASE WHEN NOT b.is_held AND b.state <> 'deleted' THEN b.name END,
    p.removal_reason, p.published_at, p.edited_at, u.name, u.username, (NOT u.is_held AND u.state = 'active' AND (u.visibility = 'public'
            OR u.visibility = 'university' AND u.university_id = '{UNIVERSITY}'
            OR u.visibility = 'connections' AND EXISTS (SELECT FROM acquaintances q WHERE q.user_id = '{MEMBER}' AND q.other_id = u.id))
        AND u.id <> ALL (ARRAY(SELECT b.other_id FROM blocks b WHERE b.user_id = '{MEMBER}'))
        OR u.id = '{MEMBER}'), CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END,
    c.name, c.description, c.member_count, c.rules, c.indexing, s.slug, s.name,
    p.outline,
    CASE WHEN p.kind = 'poll' THEN poll_of(p.id, '{MEMBER}') END, c.icon_id, false, c.language
FROM posts p
JOIN communities c ON c.id = p.community_id
JOIN spaces s ON s.id = p.space_id
JOIN users u ON u.id = p.author_id
LEFT JOIN users b ON b.id = p.answer_chosen_by
WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')) AND p.number = $2::integer
    AND (p.state IN ('published', 'archived', 'removed') OR p.state = 'in_review' AND p.author_id = '{MEMBER}')
LIMIT 1
