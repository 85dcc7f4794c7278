-- How people sign up and in, and what keeps their accounts theirs.

ALTER TABLE users
    -- Argon2id in its usual text form. NULL: nobody signs in with a password.
    ADD COLUMN password_hash        text CHECK (length(password_hash) BETWEEN 1 AND 200),
    -- A second address, confirmed: it signs in too, and stays when the university's ends.
    ADD COLUMN personal_email       text CHECK (length(personal_email) BETWEEN 3 AND 254),
    -- From this day on the account is handed over from student to alumni, for 90 days.
    ADD COLUMN graduates_at         timestamptz,
    -- Why the state is what it is, and when it ends by itself (NULL: when somebody ends it).
    ADD COLUMN state_reason         text CHECK (length(state_reason) <= 300),
    ADD COLUMN state_until          timestamptz,
    ADD COLUMN state_since          timestamptz NOT NULL DEFAULT now(),
    -- Sessions begun before this moment have ended, whatever a copy of them says.
    ADD COLUMN sessions_valid_after timestamptz NOT NULL DEFAULT 'epoch',
    -- Goes up with every change of what sessions keep a copy of; the trigger below sees to it.
    ADD COLUMN session_version      integer NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX users_personal_email ON users (lower(personal_email)) WHERE personal_email IS NOT NULL;
CREATE INDEX users_state_ends ON users (state_until) WHERE state_until IS NOT NULL;
-- Deleted accounts until nothing tells any more who it was.
CREATE INDEX users_deleted ON users (state_since) WHERE state = 'deleted' AND email NOT LIKE 'deleted-%@invalid';
CREATE INDEX users_graduating ON users (graduates_at) WHERE graduates_at IS NOT NULL AND profile_type = 'student';

CREATE FUNCTION count_session_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.session_version := OLD.session_version + 1;
    RETURN NEW;
END $$;
CREATE TRIGGER count_session_version BEFORE UPDATE OF name, username, role, state, state_reason, state_until,
        university_id, sessions_valid_after ON users FOR EACH ROW
    WHEN ((OLD.name, OLD.username, OLD.role, OLD.state, OLD.state_reason, OLD.state_until, OLD.university_id,
            OLD.sessions_valid_after)
        IS DISTINCT FROM (NEW.name, NEW.username, NEW.role, NEW.state, NEW.state_reason, NEW.state_until,
            NEW.university_id, NEW.sessions_valid_after))
    EXECUTE FUNCTION count_session_version();

-- Somebody asked for an account and has not opened the link in the mail yet. An address that has an account gets a
-- row as well, so that nobody can tell the two apart; it becomes an account only when there is none.
CREATE TABLE sign_ups (
    id            uuid PRIMARY KEY,
    email         text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    username      text NOT NULL CHECK (username ~ '^[a-z0-9]([a-z0-9._-]{1,28})[a-z0-9]$'),
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    profile_type  text NOT NULL CHECK (profile_type IN ('student', 'alumni', 'staff')),
    university_id uuid NOT NULL REFERENCES universities,
    password_hash text NOT NULL CHECK (length(password_hash) BETWEEN 1 AND 200),
    -- The browser that signed up knows this secret: the link is enough there. Elsewhere the password is asked too.
    browser_hash  bytea NOT NULL CHECK (length(browser_hash) = 32),
    created_at    timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL
);
CREATE INDEX sign_ups_of_email ON sign_ups (lower(email), created_at);
CREATE INDEX sign_ups_of_username ON sign_ups (username);
CREATE INDEX sign_ups_of_university ON sign_ups (university_id);
CREATE INDEX sign_ups_ending ON sign_ups (expires_at);

-- Links in mails: 32 random bytes, kept as their SHA-256 and good for one use.
CREATE TABLE email_tokens (
    token_hash bytea PRIMARY KEY CHECK (length(token_hash) = 32),
    purpose    text NOT NULL CHECK (purpose IN ('sign_up', 'password_reset', 'email', 'personal_email', 'not_me')),
    sign_up_id uuid REFERENCES sign_ups ON DELETE CASCADE,
    user_id    uuid REFERENCES users,
    -- The address that opening the link confirms.
    address    text CHECK (length(address) BETWEEN 3 AND 254),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CHECK ((purpose = 'sign_up') = (sign_up_id IS NOT NULL)),
    CHECK ((purpose = 'sign_up') = (user_id IS NULL)),
    CHECK ((purpose IN ('email', 'personal_email')) = (address IS NOT NULL))
);
CREATE INDEX email_tokens_of_sign_up ON email_tokens (sign_up_id) WHERE sign_up_id IS NOT NULL;
CREATE INDEX email_tokens_of_user ON email_tokens (user_id, purpose) WHERE user_id IS NOT NULL;
CREATE INDEX email_tokens_ending ON email_tokens (expires_at);

-- Browsers that an owner has signed in from: they are never kept waiting because of somebody else's guesses.
CREATE TABLE devices (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    token_hash   bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    -- "Firefox on Android", from what the browser says of itself.
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX devices_of_user ON devices (user_id, last_used_at);
CREATE INDEX devices_unused ON devices (last_used_at);

-- The truth about sessions; Redis holds copies.
CREATE TABLE sessions (
    id         uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    user_id    uuid NOT NULL REFERENCES users,
    device_id  uuid REFERENCES devices ON DELETE SET NULL,
    -- "Firefox on Android", and the address truncated to its network.
    device     text NOT NULL CHECK (length(device) BETWEEN 1 AND 80),
    network    text NOT NULL DEFAULT '' CHECK (length(network) <= 64),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- To the hour.
    seen_at    timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
);
CREATE INDEX sessions_of_user ON sessions (user_id, seen_at DESC);
CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX sessions_of_device ON sessions (device_id) WHERE device_id IS NOT NULL;
CREATE INDEX sessions_outlived ON sessions (seen_at);

-- Goes before what a signed-in request asks, in the same round trip: ends it unless the session stands and the copy
-- the request works with is the newest. Nothing behind it in that transaction happens then.
CREATE FUNCTION require_session(session uuid, member uuid, version integer) RETURNS void
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    PERFORM FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = session AND s.user_id = member AND s.revoked_at IS NULL AND u.session_version = version
        AND s.created_at >= u.sessions_valid_after AND s.seen_at > now() - interval '30 days 1 hour'
        AND u.state IN ('active', 'silenced');
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the session has ended or changed' USING ERRCODE = 'QS001';
    END IF;
END $$;

-- What happened to an account's security, shown to its owner.
CREATE TABLE security_events (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    kind       text NOT NULL CHECK (kind IN (
               'signed_up', 'signed_in', 'sign_in_failed', 'new_device', 'signed_out', 'signed_out_device',
               'signed_out_everywhere', 'password_changed', 'password_reset', 'email_changed', 'personal_email_added',
               'personal_email_removed', 'not_me', 'deactivated', 'reactivated', 'deletion_asked', 'deletion_undone')),
    device     text NOT NULL DEFAULT '' CHECK (length(device) <= 80),
    network    text NOT NULL DEFAULT '' CHECK (length(network) <= 64),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX security_events_of_user ON security_events (user_id, created_at DESC);
CREATE INDEX security_events_oldest ON security_events (created_at);

-- Before an installation was set up: the hash of the code that `quad serve` prints, which the first admin types.
CREATE TABLE set_up_codes (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    code_hash  bytea NOT NULL CHECK (length(code_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
