-- What becomes of posts: polls, drafts, contents of articles, and what moderators take down and bring back.

-- Who took something down and when, and what it was before, so that it can be that again. All NULL for what its author
-- withdrew, and for what was taken down before this was kept.
ALTER TABLE posts
    ADD COLUMN removed_by    uuid REFERENCES users,
    ADD COLUMN removed_at    timestamptz,
    ADD COLUMN removed_state text CHECK (removed_state IN ('in_review', 'published', 'archived')),
    ADD CHECK (removed_at IS NULL OR state = 'removed' AND NOT is_withdrawn),
    ADD CHECK ((removed_by IS NULL) = (removed_at IS NULL) AND (removed_state IS NULL) = (removed_at IS NULL));
CREATE INDEX posts_of_remover ON posts (removed_by) WHERE removed_by IS NOT NULL;
ALTER TABLE comments
    ADD COLUMN removed_by       uuid REFERENCES users,
    ADD COLUMN removed_at       timestamptz,
    ADD COLUMN removed_state    text CHECK (removed_state IN ('in_review', 'published')),
    -- Who had chosen it as the answer when it was taken down.
    ADD COLUMN answer_chosen_by uuid REFERENCES users,
    ADD CHECK (removed_at IS NULL OR state = 'removed' AND NOT is_withdrawn),
    ADD CHECK ((removed_by IS NULL) = (removed_at IS NULL) AND (removed_state IS NULL) = (removed_at IS NULL)),
    ADD CHECK (answer_chosen_by IS NULL OR removed_at IS NOT NULL);
CREATE INDEX comments_of_remover ON comments (removed_by) WHERE removed_by IS NOT NULL;
CREATE INDEX comments_of_chooser ON comments (answer_chosen_by) WHERE answer_chosen_by IS NOT NULL;

-- An article's headings as its body_html has them: level, anchor and words, a blank between them. Empty for other kinds.
ALTER TABLE posts
    ADD COLUMN outline text[] NOT NULL DEFAULT '{}'
        CHECK (cardinality(outline) <= 100 AND (outline = '{}' OR kind = 'article'));
UPDATE posts
SET outline = ARRAY(
    SELECT h.part[1] || ' ' || h.part[2] || ' '
        || replace(replace(replace(replace(replace(regexp_replace(h.part[3], '<[^>]*>', '', 'g'),
            '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&')
    FROM regexp_matches(body_html, '<h([2-6]) id="(h-[^"]*?)"[^>]*?>(.*?)</h\1>', 'g') WITH ORDINALITY AS h (part, place)
    ORDER BY h.place
    LIMIT 100)
WHERE kind = 'article' AND body_html LIKE '% id="h-%';

CREATE TABLE polls (
    post_id     uuid PRIMARY KEY REFERENCES posts,
    -- Whether one may choose several.
    is_multiple boolean NOT NULL,
    -- How long it is open from the post's publication on; NULL: for good.
    days        smallint CHECK (days BETWEEN 1 AND 365),
    -- Goes up when the choices change: a vote names the version it was made from.
    version     integer NOT NULL DEFAULT 1 CHECK (version > 0),
    voter_count integer NOT NULL DEFAULT 0 CHECK (voter_count >= 0)
);

CREATE TABLE poll_choices (
    post_id    uuid NOT NULL REFERENCES polls,
    -- Its place in the list, from 1.
    number     smallint NOT NULL CHECK (number BETWEEN 1 AND 10),
    text       text NOT NULL CHECK (length(text) BETWEEN 1 AND 100),
    vote_count integer NOT NULL DEFAULT 0 CHECK (vote_count >= 0),
    PRIMARY KEY (post_id, number)
);

CREATE TABLE poll_votes (
    user_id    uuid NOT NULL REFERENCES users,
    post_id    uuid NOT NULL,
    choice     smallint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, post_id, choice),
    FOREIGN KEY (post_id, choice) REFERENCES poll_choices (post_id, number)
);
CREATE INDEX poll_votes_of_choice ON poll_votes (post_id, choice, user_id);

-- A poll as a reader (NULL: a visitor) finds it. A function, because the plan of a post's page would otherwise open three
-- more tables for posts of every kind; behind a CASE it is called for polls alone.
CREATE FUNCTION poll_of(post uuid, reader uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT json_build_object('isMultiple', q.is_multiple, 'days', q.days, 'version', q.version,
            'closesAt', extract(epoch FROM p.published_at + q.days * interval '24 hours')::bigint,
            'voters', q.voter_count, 'choices', (
                SELECT json_agg(json_build_object('number', k.number, 'text', k.text, 'votes', k.vote_count,
                    'isOwn', EXISTS (
                        SELECT FROM poll_votes v
                        WHERE v.user_id = reader AND v.post_id = k.post_id AND v.choice = k.number))
                    ORDER BY k.number)
                FROM poll_choices k
                WHERE k.post_id = q.post_id))
        FROM polls q JOIN posts p ON p.id = q.post_id
        WHERE q.post_id = post);
END $$;

-- What somebody has begun to write, as it was typed: nothing in it need be right.
CREATE TABLE drafts (
    -- The identity of the post it will be.
    id           uuid PRIMARY KEY,
    author_id    uuid NOT NULL REFERENCES users,
    community_id uuid NOT NULL REFERENCES communities,
    -- A space's address; it may be gone.
    space        text NOT NULL CHECK (length(space) <= 40),
    kind         text NOT NULL CHECK (kind IN ('discussion', 'question', 'article', 'announcement', 'poll')),
    title        text NOT NULL CHECK (length(title) <= 1000),
    body         text NOT NULL CHECK (length(body) <= 60000),
    tags         text NOT NULL CHECK (length(tags) <= 2000),
    choices      text NOT NULL CHECK (length(choices) <= 3000),
    is_multiple  boolean NOT NULL,
    days         text NOT NULL CHECK (length(days) <= 3),
    updated_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX drafts_of_author ON drafts (author_id, updated_at DESC, id DESC);
CREATE INDEX drafts_of_community ON drafts (community_id);
CREATE INDEX drafts_by_age ON drafts (updated_at);
