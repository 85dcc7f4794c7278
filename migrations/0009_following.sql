-- Feeds in every order, tags as things of their own, and what members keep, follow and mute.

-- By score; of equal scores the newest first, so that each post has one place in the list.
CREATE INDEX posts_top ON posts (community_id, score DESC, published_at DESC, number DESC) WHERE state = 'published';
CREATE INDEX posts_top_in_space ON posts (space_id, score DESC, published_at DESC, number DESC)
    WHERE state = 'published';
DROP INDEX posts_unanswered;
CREATE INDEX posts_unanswered ON posts (community_id, published_at DESC, number DESC)
    WHERE kind = 'question' AND answered_at IS NULL AND state = 'published';
CREATE INDEX posts_unanswered_in_space ON posts (space_id, published_at DESC, number DESC)
    WHERE kind = 'question' AND answered_at IS NULL AND state = 'published';

-- What is known of a tag. Rows appear with the first published post of a public community; nothing here tells of
-- others.
CREATE TABLE tags (
    slug        text COLLATE "C" PRIMARY KEY CHECK (length(slug) BETWEEN 1 AND 100),
    description text NOT NULL DEFAULT '' CHECK (length(description) <= 300),
    -- Rows of post_tags; kept by its triggers.
    post_count  integer NOT NULL DEFAULT 0 CHECK (post_count >= 0),
    -- The tag that posts carry in its stead; that one is no synonym itself.
    synonym_of  text COLLATE "C" REFERENCES tags CHECK (synonym_of <> slug)
);
CREATE INDEX tags_by_posts ON tags (post_count DESC, slug) WHERE post_count > 0;
CREATE INDEX tags_by_name ON tags (slug) WHERE post_count > 0;
CREATE INDEX tags_synonyms ON tags (synonym_of) WHERE synonym_of IS NOT NULL;

-- The tags as posts store them: a synonym as the tag it stands for, each once, in the order given.
CREATE FUNCTION canonical_tags(given text[]) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (
        SELECT coalesce(array_agg(found.slug ORDER BY found.place), '{}')
        FROM (
            SELECT coalesce(t.synonym_of, g.slug) AS slug, min(g.place) AS place
            FROM unnest(given) WITH ORDINALITY g (slug, place) LEFT JOIN tags t ON t.slug = g.slug COLLATE "C"
            GROUP BY 1
        ) found);

CREATE FUNCTION name_tags_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.tags := canonical_tags(NEW.tags);
    RETURN NEW;
END $$;
CREATE TRIGGER name_tags_of_post BEFORE INSERT OR UPDATE OF tags ON posts FOR EACH ROW
    WHEN (NEW.tags <> '{}') EXECUTE FUNCTION name_tags_of_post();

-- post_tags carries what the orders of a tag's list need. Scores end at 100 there: a post that many vote on at once
-- is written here no more, and the few that stand higher are looked up in posts.
TRUNCATE post_tags;
ALTER TABLE post_tags
    ADD COLUMN score         integer NOT NULL CHECK (score <= 100),
    ADD COLUMN is_unanswered boolean NOT NULL;
INSERT INTO post_tags (tag, published_at, post_id, score, is_unanswered)
SELECT DISTINCT unnest(p.tags) AS tag, p.published_at, p.id, least(p.score, 100),
    p.kind = 'question' AND p.answered_at IS NULL
FROM posts p JOIN communities c ON c.id = p.community_id
WHERE p.state = 'published' AND c.visibility = 'public'
ORDER BY tag, p.published_at, p.id;
CREATE INDEX post_tags_top ON post_tags (tag, score DESC, published_at DESC, post_id DESC);
CREATE INDEX post_tags_unanswered ON post_tags (tag, published_at DESC, post_id DESC) WHERE is_unanswered;
INSERT INTO tags (slug, post_count) SELECT tag, count(*) FROM post_tags GROUP BY tag;

-- Counts posts under their tags. The triggers of posts have locked the tags by then, in one order.
CREATE FUNCTION count_posts_of_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO tags AS t (slug, post_count)
        SELECT tag, count(*) FROM changed GROUP BY tag ORDER BY tag
        ON CONFLICT (slug) DO UPDATE SET post_count = t.post_count + excluded.post_count;
    ELSE
        UPDATE tags t
        SET post_count = t.post_count - gone.posts
        FROM (SELECT tag, count(*) AS posts FROM changed GROUP BY tag) gone
        WHERE t.slug = gone.tag;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER count_listed AFTER INSERT ON post_tags REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION count_posts_of_tags();
CREATE TRIGGER count_unlisted AFTER DELETE ON post_tags REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
    EXECUTE FUNCTION count_posts_of_tags();

-- Takes tags for counting, those in `coming` also where there is no row yet: always in the order of their names,
-- and after communities, posts and users.
CREATE FUNCTION lock_tags(coming text[], going text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tags (slug)
    SELECT DISTINCT c.name COLLATE "C" FROM unnest(coming) c (name) WHERE c.name IS NOT NULL ORDER BY 1
    ON CONFLICT (slug) DO NOTHING;
    PERFORM FROM tags WHERE slug = ANY (coming || going) ORDER BY slug FOR NO KEY UPDATE;
END $$;

CREATE OR REPLACE FUNCTION list_tags_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    coming text[] := '{}';
    going  text[] := '{}';
BEGIN
    -- A community that closes or opens meanwhile waits, or is seen as it became. Not FOR SHARE: who counts the post
    -- next would want more than that, and two of them would wait for each other.
    PERFORM FROM communities WHERE id IN (OLD.community_id, NEW.community_id) ORDER BY id FOR NO KEY UPDATE;
    IF OLD.state = 'published' THEN
        going := OLD.tags;
    END IF;
    IF NEW.state = 'published' THEN
        SELECT NEW.tags INTO coming FROM communities WHERE id = NEW.community_id AND visibility = 'public';
    END IF;
    PERFORM lock_tags(coalesce(coming, '{}'), going);
    DELETE FROM post_tags
    WHERE tag = ANY (going) AND published_at = OLD.published_at AND post_id = OLD.id;
    INSERT INTO post_tags (tag, published_at, post_id, score, is_unanswered)
    SELECT DISTINCT unnest(coming), NEW.published_at, NEW.id, least(NEW.score, 100),
        NEW.kind = 'question' AND NEW.answered_at IS NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION list_tags_of_community() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Votes and answers meanwhile wait: what they change here has to be there, or be read as it became.
    PERFORM FROM posts WHERE community_id = NEW.id AND state = 'published' ORDER BY id FOR NO KEY UPDATE;
    PERFORM lock_tags(
        ARRAY(SELECT DISTINCT unnest(tags) FROM posts
              WHERE community_id = NEW.id AND state = 'published' AND NEW.visibility = 'public'),
        ARRAY(SELECT DISTINCT unnest(tags) FROM posts
              WHERE community_id = NEW.id AND state = 'published' AND NEW.visibility <> 'public'));
    IF NEW.visibility = 'public' THEN
        INSERT INTO post_tags (tag, published_at, post_id, score, is_unanswered)
        SELECT DISTINCT unnest(tags), published_at, id, least(score, 100), kind = 'question' AND answered_at IS NULL
        FROM posts
        WHERE community_id = NEW.id AND state = 'published';
    ELSE
        DELETE FROM post_tags t
        USING posts p
        WHERE p.community_id = NEW.id AND p.state = 'published'
            AND t.tag = ANY (p.tags) AND t.published_at = p.published_at AND t.post_id = p.id;
    END IF;
    RETURN NULL;
END $$;

-- Follows a vote below 100, and an answer chosen or taken back.
CREATE FUNCTION rank_tags_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE post_tags
    SET score = least(NEW.score, 100), is_unanswered = NEW.kind = 'question' AND NEW.answered_at IS NULL
    WHERE tag = ANY (NEW.tags) AND published_at = NEW.published_at AND post_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER rank_tags_of_post AFTER UPDATE OF score, answered_at, kind ON posts FOR EACH ROW
    WHEN (NEW.state = 'published' AND NEW.tags <> '{}'
        AND (least(OLD.score, 100), OLD.kind = 'question' AND OLD.answered_at IS NULL)
            IS DISTINCT FROM (least(NEW.score, 100), NEW.kind = 'question' AND NEW.answered_at IS NULL))
    EXECUTE FUNCTION rank_tags_of_post();

-- What a member keeps for later; seen by nobody else. The ids are made one after another, so that they order the list.
CREATE TABLE bookmarks (
    id             uuid PRIMARY KEY,
    user_id        uuid NOT NULL REFERENCES users,
    post_id        uuid NOT NULL REFERENCES posts,
    -- NULL: the post itself.
    comment_number integer,
    UNIQUE NULLS NOT DISTINCT (post_id, user_id, comment_number),
    FOREIGN KEY (post_id, comment_number) REFERENCES comments (post_id, number)
);
CREATE INDEX bookmarks_of_user ON bookmarks (user_id, id DESC);
CREATE INDEX bookmarks_of_comment ON bookmarks (post_id, comment_number) WHERE comment_number IS NOT NULL;

-- What a member wants to hear of, and what not; seen by nobody else.
CREATE TABLE follows (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    post_id      uuid REFERENCES posts,
    tag          text COLLATE "C" REFERENCES tags,
    person_id    uuid REFERENCES users CHECK (person_id <> user_id),
    community_id uuid REFERENCES communities,
    CHECK (num_nonnulls(post_id, tag, person_id, community_id) = 1)
);
CREATE INDEX follows_of_user ON follows (user_id, id DESC);
CREATE UNIQUE INDEX follows_of_post ON follows (post_id, user_id) WHERE post_id IS NOT NULL;
CREATE UNIQUE INDEX follows_of_tag ON follows (tag, user_id) WHERE tag IS NOT NULL;
CREATE UNIQUE INDEX follows_of_person ON follows (person_id, user_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX follows_of_community ON follows (community_id, user_id) WHERE community_id IS NOT NULL;

CREATE TABLE mutes (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    post_id      uuid REFERENCES posts,
    tag          text COLLATE "C" REFERENCES tags,
    person_id    uuid REFERENCES users CHECK (person_id <> user_id),
    community_id uuid REFERENCES communities,
    CHECK (num_nonnulls(post_id, tag, person_id, community_id) = 1)
);
CREATE INDEX mutes_of_user ON mutes (user_id, id DESC);
CREATE UNIQUE INDEX mutes_of_post ON mutes (post_id, user_id) WHERE post_id IS NOT NULL;
CREATE UNIQUE INDEX mutes_of_tag ON mutes (tag, user_id) WHERE tag IS NOT NULL;
CREATE UNIQUE INDEX mutes_of_person ON mutes (person_id, user_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX mutes_of_community ON mutes (community_id, user_id) WHERE community_id IS NOT NULL;
