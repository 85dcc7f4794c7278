-- Communities in their members' hands: settings, addresses that changed, who asks in, who is invited, who is sent out.

ALTER TABLE communities
    -- Counts the settings' versions from 1; a form names the one it began from.
    ADD COLUMN revision     integer NOT NULL DEFAULT 1 CHECK (revision > 0),
    -- A private one that others of its university may know of, and ask to join.
    ADD COLUMN takes_asks   boolean NOT NULL DEFAULT false,
    -- How many minutes lie between two comments of one member at least.
    ADD COLUMN comment_wait smallint NOT NULL DEFAULT 0 CHECK (comment_wait IN (0, 1, 5, 15, 60));

-- Every address a community has or had. One that it had leads to the one it has; no other community ever gets it.
CREATE TABLE community_addresses (
    slug         text PRIMARY KEY CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    community_id uuid NOT NULL REFERENCES communities ON DELETE CASCADE,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX community_addresses_of_community ON community_addresses (community_id);

CREATE FUNCTION claim_community_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO community_addresses (slug, community_id, created_at)
    VALUES (NEW.slug, NEW.id, CASE TG_OP WHEN 'INSERT' THEN NEW.created_at ELSE now() END)
    ON CONFLICT (slug) DO NOTHING;
    PERFORM FROM community_addresses WHERE slug = NEW.slug AND community_id = NEW.id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'another community has or had this address' USING ERRCODE = 'unique_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER claim_community_address AFTER INSERT OR UPDATE OF slug ON communities FOR EACH ROW
    EXECUTE FUNCTION claim_community_address();
INSERT INTO community_addresses (slug, community_id, created_at) SELECT slug, id, created_at FROM communities;

-- A space is emptied before it goes: all its posts are found, whatever their state.
CREATE INDEX posts_of_space ON posts (space_id);
-- Posts that wait for a moderator, oldest first.
CREATE INDEX posts_in_review ON posts (community_id, number) WHERE state = 'in_review';

-- A ban says why and until when; NULL: until a moderator ends it.
ALTER TABLE memberships
    ADD COLUMN ban_reason   text CHECK (length(ban_reason) <= 300),
    ADD COLUMN banned_until timestamptz,
    ADD COLUMN banned_at    timestamptz,
    ADD CHECK (role = 'banned' OR (ban_reason IS NULL AND banned_until IS NULL AND banned_at IS NULL));
CREATE INDEX memberships_newest ON memberships (community_id, joined_at DESC, user_id DESC);
CREATE INDEX memberships_ban_ends ON memberships (banned_until) WHERE banned_until IS NOT NULL;

-- Members are found by how the words of their names begin.
CREATE INDEX users_name_words ON users USING gin (to_tsvector('simple', name || ' ' || username));

-- Somebody outside asks to be let in. Declined: asking again is possible 30 days later.
CREATE TABLE join_asks (
    community_id uuid NOT NULL REFERENCES communities,
    user_id      uuid NOT NULL REFERENCES users,
    message      text NOT NULL DEFAULT '' CHECK (length(message) <= 300),
    state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'declined')),
    asked_at     timestamptz NOT NULL DEFAULT now(),
    answered_at  timestamptz,
    PRIMARY KEY (community_id, user_id),
    CHECK ((state = 'declined') = (answered_at IS NOT NULL))
);
CREATE INDEX join_asks_of_user ON join_asks (user_id);
CREATE INDEX join_asks_waiting ON join_asks (community_id, asked_at, user_id) WHERE state = 'waiting';
CREATE INDEX join_asks_declined ON join_asks (answered_at) WHERE state = 'declined';

-- Somebody inside names somebody outside. The name is kept as it was typed, whether or not somebody has it, so that
-- the list of invitations tells nothing about who has an account.
CREATE TABLE invitations (
    id           uuid PRIMARY KEY,
    community_id uuid NOT NULL REFERENCES communities,
    username     text NOT NULL CHECK (length(username) BETWEEN 1 AND 30),
    -- NULL: nobody had that name.
    user_id      uuid REFERENCES users,
    invited_by   uuid NOT NULL REFERENCES users,
    -- Declined ones stay until they expire, so that nobody is asked again at once.
    is_declined  boolean NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL DEFAULT now() + interval '30 days',
    UNIQUE (community_id, username)
);
CREATE INDEX invitations_of_user ON invitations (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX invitations_by_user ON invitations (invited_by);
CREATE INDEX invitations_ending ON invitations (expires_at);

-- Who has the link comes in: 32 random bytes, kept as their SHA-256.
CREATE TABLE invitation_links (
    id           uuid PRIMARY KEY,
    community_id uuid NOT NULL REFERENCES communities,
    token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_by   uuid NOT NULL REFERENCES users,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL DEFAULT now() + interval '7 days',
    -- NULL: as many as come while it is good.
    most_uses    integer CHECK (most_uses BETWEEN 1 AND 1000),
    use_count    integer NOT NULL DEFAULT 0 CHECK (use_count >= 0),
    CHECK (most_uses IS NULL OR use_count <= most_uses)
);
CREATE INDEX invitation_links_of_community ON invitation_links (community_id, created_at DESC);
CREATE INDEX invitation_links_by_user ON invitation_links (created_by);
CREATE INDEX invitation_links_ending ON invitation_links (expires_at);

-- An owner offers a member the community. Gone when the member is.
CREATE TABLE ownership_offers (
    community_id uuid PRIMARY KEY REFERENCES communities,
    user_id      uuid NOT NULL,
    offered_by   uuid NOT NULL REFERENCES users,
    created_at   timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (community_id, user_id) REFERENCES memberships ON DELETE CASCADE
);
CREATE INDEX ownership_offers_to_user ON ownership_offers (user_id);
CREATE INDEX ownership_offers_of_member ON ownership_offers (community_id, user_id);
CREATE INDEX ownership_offers_by_user ON ownership_offers (offered_by);
