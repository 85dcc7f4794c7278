SELECT c.visibility, n.name, c.state = 'archived',
    (SELECT r.role FROM memberships r WHERE r.community_id = c.id AND r.user_id = '{MEMBER}'),
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
WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')) AND p.number = $2::integer
LIMIT 1
