SELECT p.id, p.number, p.kind, p.state, p.title, p.slug, p.body_html, p.excerpt, p.tags, p.is_pinned,
    p.is_locked, p.score, p.comment_count, p.last_comment_number, p.answer_number, p.answered_at,
    CASE WHEN NOT b.is_held AND b.state <> 'deleted' THEN b.name END,
    p.removal_reason, p.published_at, p.edited_at,
    u.name, u.username, u.visibility = 'public' AND NOT u.is_held AND u.state = 'active',
    CASE WHEN u.is_held OR u.state = 'deleted' THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE u.photo_id END,
    c.name, c.description, c.member_count, c.rules, c.indexing, s.slug, s.name,
    p.outline,
    CASE WHEN p.kind = 'poll' THEN poll_of(p.id, NULL::uuid) END, c.icon_id, NOT u.is_indexable, c.language
FROM posts p
JOIN communities c ON c.id = p.community_id
JOIN spaces s ON s.id = p.space_id
JOIN users u ON u.id = p.author_id
LEFT JOIN users b ON b.id = p.answer_chosen_by
WHERE c.slug = $1 AND c.visibility = 'public' AND p.number = $2::integer
    AND p.state IN ('published', 'archived', 'removed')
LIMIT 1
