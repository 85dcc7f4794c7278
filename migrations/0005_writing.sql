-- What members write: versions, and what its author took back.

-- Counts the versions from 1; a form names the one it began from, so that nobody overwrites what they have not read.
ALTER TABLE posts
    ADD COLUMN revision     integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    -- Removed by its author, not by a moderator.
    ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT is_withdrawn OR state = 'removed');
ALTER TABLE comments
    ADD COLUMN revision     integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false,
    ADD CHECK (NOT is_withdrawn OR state = 'removed');

-- Every version but the newest, which stands in the post itself.
CREATE TABLE post_revisions (
    post_id     uuid NOT NULL REFERENCES posts,
    revision    integer NOT NULL CHECK (revision > 0),
    title       text NOT NULL,
    body_source text NOT NULL,
    tags        text[] NOT NULL,
    -- Who wrote this version, and when.
    editor_id   uuid NOT NULL REFERENCES users,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (post_id, revision)
);
CREATE INDEX post_revisions_of_editor ON post_revisions (editor_id);

CREATE TABLE comment_revisions (
    comment_id  uuid NOT NULL REFERENCES comments,
    revision    integer NOT NULL CHECK (revision > 0),
    body_source text NOT NULL,
    editor_id   uuid NOT NULL REFERENCES users,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (comment_id, revision)
);
CREATE INDEX comment_revisions_of_editor ON comment_revisions (editor_id);

-- Who wrote the newest version, where that is not the author.
ALTER TABLE posts ADD COLUMN editor_id uuid REFERENCES users;
CREATE INDEX posts_of_editor ON posts (editor_id) WHERE editor_id IS NOT NULL;
ALTER TABLE comments ADD COLUMN editor_id uuid REFERENCES users;
CREATE INDEX comments_of_editor ON comments (editor_id) WHERE editor_id IS NOT NULL;

-- One member's vote on a post that many voted on is found without reading the others'.
DROP INDEX post_votes_of_post;
CREATE INDEX post_votes_of_post ON post_votes (post_id, user_id);
DROP INDEX comment_votes_of_comment;
CREATE INDEX comment_votes_of_comment ON comment_votes (post_id, comment_number, user_id);
