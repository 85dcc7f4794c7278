SELECT EXISTS (
        SELECT FROM bookmarks b
        WHERE b.post_id = p.id AND b.user_id = '{MEMBER}' AND b.comment_number IS NULL),
    EXISTS (SELECT FROM follows x WHERE x.post_id = p.id AND x.user_id = '{MEMBER}'),
    EXISTS (SELECT FROM mutes x WHERE x.post_id = p.id AND x.user_id = '{MEMBER}'),
    ARRAY(
        SELECT b.comment_number
        FROM bookmarks b
        WHERE b.post_id = p.id AND b.user_id = '{MEMBER}'
            AND b.comment_number > 0
            AND b.comment_number <= 200
        LIMIT 200),
    ARRAY(
        SELECT u.username
        FROM mutes x JOIN users u ON u.id = x.person_id
        WHERE x.user_id = '{MEMBER}'
        LIMIT 500),
    ARRAY(
        SELECT u.username
        FROM blocks x JOIN users u ON u.id = x.other_id
        WHERE x.user_id = '{MEMBER}' AND x.is_own
        LIMIT 1000)
FROM posts p JOIN communities c ON c.id = p.community_id
WHERE c.slug = $1 AND (c.visibility = 'public'
        OR c.visibility = 'university' AND (c.university_id IS NULL OR c.university_id = '{UNIVERSITY}')
        OR c.visibility = 'private' AND EXISTS (
            SELECT FROM memberships r
            WHERE r.community_id = c.id AND r.user_id = '{MEMBER}' AND r.role <> 'banned')) AND p.number = $2::integer
LIMIT 1
