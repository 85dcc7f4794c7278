-- Files that members bring along, and the bytes they are made of.

-- Bytes in the storage, by their SHA-256. The row is there before the bytes are and goes with them, so that nothing is
-- stored that no row knows of.
CREATE TABLE stored_files (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    byte_size  integer NOT NULL CHECK (byte_size BETWEEN 1 AND 33554432),
    -- When somebody last brought these very bytes: what is new has not found its attachment yet.
    touched_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stored_files_touched ON stored_files (touched_at);

CREATE TABLE attachments (
    id           uuid PRIMARY KEY,
    uploader_id  uuid NOT NULL REFERENCES users,
    -- The file as it is sent; of a picture the larger of its sizes.
    file_hash    bytea NOT NULL REFERENCES stored_files,
    small_hash   bytea REFERENCES stored_files,
    media_type   text NOT NULL CHECK (media_type ~ '^[a-z]{1,20}/[a-z0-9.+-]{1,60}$'),
    -- Of all its sizes together: what counts towards its uploader's share.
    byte_size    integer NOT NULL CHECK (byte_size > 0),
    -- In pixels, of a picture.
    width        integer CHECK (width > 0),
    height       integer CHECK (height > 0),
    small_width  integer CHECK (small_width > 0),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    alternative  text NOT NULL DEFAULT '' CHECK (length(alternative) <= 300),
    -- Where it belongs, from the moment a text names it: who may read that may see it. Before, its uploader alone.
    post_id      uuid REFERENCES posts ON DELETE SET NULL,
    comment_id   uuid REFERENCES comments ON DELETE SET NULL,
    -- A community's picture.
    community_id uuid REFERENCES communities ON DELETE SET NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(post_id, comment_id, community_id) <= 1),
    CHECK (num_nonnulls(width, height) IN (0, 2)),
    CHECK ((small_hash IS NULL) = (small_width IS NULL)),
    CHECK (small_width IS NULL OR width IS NOT NULL)
);
CREATE INDEX attachments_of_uploader ON attachments (uploader_id, created_at DESC);
CREATE INDEX attachments_of_file ON attachments (file_hash);
CREATE INDEX attachments_of_small_file ON attachments (small_hash) WHERE small_hash IS NOT NULL;
CREATE INDEX attachments_of_post ON attachments (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX attachments_of_comment ON attachments (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX attachments_of_community ON attachments (community_id) WHERE community_id IS NOT NULL;
CREATE INDEX attachments_unclaimed ON attachments (created_at)
    WHERE num_nonnulls(post_id, comment_id, community_id) = 0;

-- NULL: the letters of its name.
ALTER TABLE communities ADD COLUMN icon_id uuid REFERENCES attachments ON DELETE SET NULL;
CREATE INDEX communities_of_icon ON communities (icon_id) WHERE icon_id IS NOT NULL;
