-- Where people talk: communities, their spaces, posts, comments and votes.

CREATE TABLE communities (
    id               uuid PRIMARY KEY,
    -- NULL: of all universities.
    university_id    uuid REFERENCES universities,
    slug             text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    description      text NOT NULL DEFAULT '' CHECK (length(description) <= 500),
    rules            text[] NOT NULL DEFAULT '{}' CHECK (cardinality(rules) <= 20),
    visibility       text NOT NULL CHECK (visibility IN ('public', 'university', 'private')),
    -- Who may take copies: everyone, search engines alone, or no crawler.
    indexing         text NOT NULL DEFAULT 'open' CHECK (indexing IN ('open', 'search', 'closed')),
    state            text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived')),
    member_count     integer NOT NULL DEFAULT 0 CHECK (member_count >= 0),
    post_count       integer NOT NULL DEFAULT 0 CHECK (post_count >= 0),
    -- The highest number a post of this community was ever given.
    last_post_number integer NOT NULL DEFAULT 0 CHECK (last_post_number >= 0),
    last_activity_at timestamptz NOT NULL DEFAULT now(),
    created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX communities_of_university ON communities (university_id);
CREATE INDEX communities_public_by_members ON communities (member_count DESC, slug)
    WHERE visibility = 'public' AND state = 'active';

CREATE TABLE memberships (
    community_id uuid NOT NULL REFERENCES communities,
    user_id      uuid NOT NULL REFERENCES users,
    role         text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'moderator', 'member', 'banned')),
    joined_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (community_id, user_id)
);
CREATE INDEX memberships_of_user ON memberships (user_id);
CREATE INDEX memberships_responsible ON memberships (community_id, role, user_id)
    WHERE role IN ('owner', 'moderator');

CREATE TABLE spaces (
    id           uuid PRIMARY KEY,
    community_id uuid NOT NULL REFERENCES communities,
    slug         text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    description  text NOT NULL DEFAULT '' CHECK (length(description) <= 300),
    position     smallint NOT NULL DEFAULT 0,
    posting      text NOT NULL DEFAULT 'members' CHECK (posting IN ('members', 'moderators')),
    is_reviewed  boolean NOT NULL DEFAULT false,
    post_count   integer NOT NULL DEFAULT 0 CHECK (post_count >= 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (community_id, slug)
);

-- How high a post stands: ten times the votes keep it up half a day (45,000 s) longer.
CREATE FUNCTION hot_rank(score integer, published_at timestamptz) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN log(greatest(abs(score), 1)::double precision) * sign(score::double precision)
        + extract(epoch FROM published_at - timestamptz '2020-01-01 00:00:00+00')::double precision / 45000;

CREATE TABLE posts (
    id                  uuid PRIMARY KEY,
    community_id        uuid NOT NULL REFERENCES communities,
    number              integer NOT NULL CHECK (number > 0),
    space_id            uuid NOT NULL REFERENCES spaces,
    author_id           uuid NOT NULL REFERENCES users,
    kind                text NOT NULL CHECK (kind IN
                        ('discussion', 'question', 'article', 'announcement', 'poll')),
    state               text NOT NULL CHECK (state IN
                        ('draft', 'in_review', 'published', 'archived', 'removed')),
    title               text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    slug                text NOT NULL CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$'),
    body_source         text NOT NULL CHECK (length(body_source) <= 50000),
    -- body_source as MarkdownRenderer wrote it, and the version of the renderer that did.
    body_html           text NOT NULL,
    body_version        smallint NOT NULL,
    excerpt             text NOT NULL DEFAULT '' CHECK (length(excerpt) <= 300),
    tags                text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 10 AND array_position(tags, NULL) IS NULL),
    is_pinned           boolean NOT NULL DEFAULT false,
    is_locked           boolean NOT NULL DEFAULT false,
    score               integer NOT NULL DEFAULT 0,
    hot                 double precision NOT NULL GENERATED ALWAYS AS (hot_rank(score, published_at)) STORED,
    comment_count       integer NOT NULL DEFAULT 0 CHECK (comment_count >= 0),
    last_comment_number integer NOT NULL DEFAULT 0 CHECK (last_comment_number >= 0),
    -- The accepted answer: its number among the comments, when it was written, and who chose it.
    answer_number       integer,
    answered_at         timestamptz,
    answer_chosen_by    uuid REFERENCES users,
    removal_reason      text CHECK (length(removal_reason) <= 300),
    published_at        timestamptz NOT NULL DEFAULT now(),
    edited_at           timestamptz,
    last_activity_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (community_id, number),
    CHECK ((answer_number IS NULL) = (answered_at IS NULL)),
    CHECK (answer_number IS NULL OR kind = 'question')
);
-- Feeds page by key: a row's place in its order, then its number, which is unique within a community.
CREATE INDEX posts_hot ON posts (community_id, hot DESC, number DESC) WHERE state = 'published';
CREATE INDEX posts_new ON posts (community_id, published_at DESC, number DESC) WHERE state = 'published';
CREATE INDEX posts_hot_in_space ON posts (space_id, hot DESC, number DESC) WHERE state = 'published';
CREATE INDEX posts_new_in_space ON posts (space_id, published_at DESC, number DESC) WHERE state = 'published';
CREATE INDEX posts_pinned ON posts (community_id, published_at DESC) WHERE is_pinned AND state = 'published';
CREATE INDEX posts_unanswered ON posts (community_id, published_at DESC)
    WHERE kind = 'question' AND answered_at IS NULL AND state = 'published';
CREATE INDEX posts_questions ON posts (published_at DESC) WHERE kind = 'question' AND state = 'published';
CREATE INDEX posts_answered ON posts (answered_at) WHERE answered_at IS NOT NULL AND state = 'published';
CREATE INDEX posts_of_author ON posts (author_id, published_at DESC, id DESC);
CREATE INDEX posts_answer_chosen_by ON posts (answer_chosen_by) WHERE answer_chosen_by IS NOT NULL;

-- The published posts of public communities under each of their tags: /tags/{tag} reads its key backwards.
-- Only the triggers below write here; posts.tags is the truth.
CREATE TABLE post_tags (
    tag          text COLLATE "C" NOT NULL CHECK (length(tag) BETWEEN 1 AND 100),
    published_at timestamptz NOT NULL,
    -- No reference: it would need an index of its own, and the triggers delete by the whole key.
    post_id      uuid NOT NULL,
    PRIMARY KEY (tag, published_at, post_id)
);

CREATE FUNCTION list_tags_of_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- A community that closes or opens meanwhile waits, or is seen as it became. Not FOR SHARE: who counts the post
    -- next would want more than that, and two of them would wait for each other.
    PERFORM FROM communities WHERE id IN (OLD.community_id, NEW.community_id) ORDER BY id FOR NO KEY UPDATE;
    IF OLD.state = 'published' THEN
        DELETE FROM post_tags
        WHERE tag = ANY (OLD.tags) AND published_at = OLD.published_at AND post_id = OLD.id;
    END IF;
    IF NEW.state = 'published' THEN
        INSERT INTO post_tags (tag, published_at, post_id)
        SELECT DISTINCT unnest(NEW.tags), NEW.published_at, NEW.id
        FROM communities
        WHERE id = NEW.community_id AND visibility = 'public';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER list_tags_of_new AFTER INSERT ON posts FOR EACH ROW
    WHEN (NEW.state = 'published' AND NEW.tags <> '{}') EXECUTE FUNCTION list_tags_of_post();
CREATE TRIGGER list_tags_of_changed AFTER UPDATE OF id, community_id, state, tags, published_at ON posts FOR EACH ROW
    WHEN ('published' IN (OLD.state, NEW.state)
        AND (OLD.id, OLD.community_id, OLD.state, OLD.tags, OLD.published_at)
            IS DISTINCT FROM (NEW.id, NEW.community_id, NEW.state, NEW.tags, NEW.published_at))
    EXECUTE FUNCTION list_tags_of_post();
CREATE TRIGGER list_tags_of_deleted AFTER DELETE ON posts FOR EACH ROW
    WHEN (OLD.state = 'published' AND OLD.tags <> '{}') EXECUTE FUNCTION list_tags_of_post();

CREATE FUNCTION list_tags_of_community() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.visibility = 'public' THEN
        INSERT INTO post_tags (tag, published_at, post_id)
        SELECT DISTINCT unnest(tags), published_at, id
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
CREATE TRIGGER list_tags_of_community AFTER UPDATE OF visibility ON communities FOR EACH ROW
    WHEN ((OLD.visibility = 'public') <> (NEW.visibility = 'public')) EXECUTE FUNCTION list_tags_of_community();

CREATE TABLE comments (
    id             uuid PRIMARY KEY,
    post_id        uuid NOT NULL REFERENCES posts,
    -- Counted within the post, in the order of writing: the address of a comment is #c<number>.
    number         integer NOT NULL CHECK (number > 0),
    parent_number  integer CHECK (parent_number < number),
    author_id      uuid NOT NULL REFERENCES users,
    state          text NOT NULL DEFAULT 'published' CHECK (state IN ('in_review', 'published', 'removed')),
    body_source    text NOT NULL CHECK (length(body_source) <= 10000),
    body_html      text NOT NULL,
    body_version   smallint NOT NULL,
    score          integer NOT NULL DEFAULT 0,
    removal_reason text CHECK (length(removal_reason) <= 300),
    created_at     timestamptz NOT NULL DEFAULT now(),
    edited_at      timestamptz,
    UNIQUE (post_id, number),
    FOREIGN KEY (post_id, parent_number) REFERENCES comments (post_id, number)
);
CREATE INDEX comments_replies ON comments (post_id, parent_number) WHERE parent_number IS NOT NULL;
CREATE INDEX comments_of_author ON comments (author_id, created_at DESC);

ALTER TABLE posts ADD FOREIGN KEY (id, answer_number) REFERENCES comments (post_id, number);

CREATE TABLE post_votes (
    user_id    uuid NOT NULL REFERENCES users,
    post_id    uuid NOT NULL REFERENCES posts,
    value      smallint NOT NULL CHECK (value IN (-1, 1)),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, post_id)
);
CREATE INDEX post_votes_of_post ON post_votes (post_id);

CREATE TABLE comment_votes (
    user_id        uuid NOT NULL REFERENCES users,
    post_id        uuid NOT NULL,
    comment_number integer NOT NULL,
    value          smallint NOT NULL CHECK (value IN (-1, 1)),
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, post_id, comment_number),
    FOREIGN KEY (post_id, comment_number) REFERENCES comments (post_id, number)
);
CREATE INDEX comment_votes_of_comment ON comment_votes (post_id, comment_number);
