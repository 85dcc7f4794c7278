-- What people say of themselves, and who may read it.

ALTER TABLE users
    -- NULL: nothing chosen yet. 'pattern': the generated picture, chosen; 'photo': the one in photo_id.
    ADD COLUMN picture  text CHECK (picture IN ('pattern', 'photo')),
    ADD COLUMN photo_id uuid REFERENCES attachments ON DELETE SET NULL,
    -- What somebody does not want to be asked for any more: names of what completes a profile.
    ADD COLUMN left_out text[] NOT NULL DEFAULT '{}' CHECK (cardinality(left_out) <= 20),
    -- When somebody said that the first set-up need not be offered any more.
    ADD COLUMN welcome_dismissed_at timestamptz;
-- Sessions keep a copy of the photo, too: it stands on every page.
DROP TRIGGER count_session_version ON users;
CREATE TRIGGER count_session_version BEFORE UPDATE OF name, username, role, state, state_reason, state_until,
        university_id, sessions_valid_after, photo_id ON users FOR EACH ROW
    WHEN ((OLD.name, OLD.username, OLD.role, OLD.state, OLD.state_reason, OLD.state_until, OLD.university_id,
            OLD.sessions_valid_after, OLD.photo_id)
        IS DISTINCT FROM (NEW.name, NEW.username, NEW.role, NEW.state, NEW.state_reason, NEW.state_until,
            NEW.university_id, NEW.sessions_valid_after, NEW.photo_id))
    EXECUTE FUNCTION count_session_version();
CREATE INDEX users_of_photo ON users (photo_id) WHERE photo_id IS NOT NULL;

-- A photo belongs to the one it shows: who may open the profile may see it.
ALTER TABLE attachments ADD COLUMN photo_of uuid REFERENCES users ON DELETE SET NULL;
ALTER TABLE attachments DROP CONSTRAINT attachments_check;
ALTER TABLE attachments
    ADD CONSTRAINT attachments_check CHECK (num_nonnulls(post_id, comment_id, community_id, photo_of) <= 1);
DROP INDEX attachments_unclaimed;
CREATE INDEX attachments_unclaimed ON attachments (created_at)
    WHERE num_nonnulls(post_id, comment_id, community_id, photo_of) = 0;
CREATE INDEX attachments_photo_of ON attachments (photo_of) WHERE photo_of IS NOT NULL;

-- Usernames that people had. One leads to the one its owner has now; nobody else ever gets it.
CREATE TABLE former_usernames (
    username   text PRIMARY KEY,
    user_id    uuid NOT NULL REFERENCES users,
    changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX former_usernames_of_user ON former_usernames (user_id, changed_at DESC);

-- The same error as for a username that somebody has. After the row is written: who waited for somebody to give it up
-- sees then that it was theirs.
CREATE FUNCTION refuse_former_username() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM former_usernames WHERE username = NEW.username AND user_id <> NEW.id) THEN
        RAISE EXCEPTION 'somebody had this username' USING
            ERRCODE = 'unique_violation', CONSTRAINT = 'users_username', TABLE = 'users';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER refuse_former_username AFTER INSERT OR UPDATE OF username ON users FOR EACH ROW
    EXECUTE FUNCTION refuse_former_username();

-- How few a visibility reaches: a reader as near as that or nearer is reached. NULL for what is none, which reaches
-- nobody.
CREATE FUNCTION nearness_asked(visibility text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE visibility WHEN 'public' THEN 0 WHEN 'university' THEN 1 WHEN 'connections' THEN 2 WHEN 'only_me' THEN 3 END;

-- Who sees a part of a profile, where its owner decided otherwise than the usual. Never more people than may open the
-- profile.
CREATE TABLE profile_sections (
    user_id    uuid NOT NULL REFERENCES users,
    section    text NOT NULL CHECK (section IN
               ('about', 'details', 'skills', 'contact', 'courses', 'availability', 'mentorship')),
    visibility text NOT NULL CHECK (visibility IN ('public', 'university', 'connections', 'only_me')),
    PRIMARY KEY (user_id, section)
);

-- The fields of each profile type somebody is: users.profile_type is the first of them.
CREATE TABLE profile_details (
    user_id      uuid NOT NULL REFERENCES users,
    profile_type text NOT NULL CHECK (profile_type IN
                 ('student', 'alumni', 'mentor', 'faculty', 'staff', 'organization_partner', 'investor',
                  'innovator', 'service_provider', 'government_official', 'community_member')),
    -- Field names to texts, numbers, lists of texts or amounts, as the type's form made them.
    fields       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(fields) = 'object' AND pg_column_size(fields) <= 8192),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    -- The values alone, in small letters, signs that part words as blanks, as a search asks for them: what people
    -- are found by, where they let them be.
    search_text  text GENERATED ALWAYS AS (search_name(translate(
                     regexp_replace(fields::text, '"[a-z_]+": ', ' ', 'g'), '-/.&', '    '))) STORED,
    PRIMARY KEY (user_id, profile_type)
);
CREATE INDEX profile_details_text ON profile_details USING gin (search_text gin_trgm_ops);

CREATE TABLE profile_links (
    user_id  uuid NOT NULL REFERENCES users,
    position smallint NOT NULL CHECK (position BETWEEN 1 AND 8),
    label    text NOT NULL CHECK (length(label) BETWEEN 1 AND 40),
    address  text NOT NULL CHECK (length(address) BETWEEN 1 AND 500),
    PRIMARY KEY (user_id, position)
);

CREATE TABLE skills (
    slug text COLLATE "C" PRIMARY KEY CHECK (length(slug) BETWEEN 1 AND 60),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60)
);
CREATE INDEX skills_names ON skills (search_name(translate(name, '-/.&', '    ')) text_pattern_ops);
CREATE TABLE user_skills (
    user_id    uuid NOT NULL REFERENCES users,
    skill      text COLLATE "C" NOT NULL REFERENCES skills,
    level      smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
    position   smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (user_id, skill)
);
CREATE INDEX user_skills_of_skill ON user_skills (skill);
CREATE TABLE user_interests (
    user_id  uuid NOT NULL REFERENCES users,
    interest text COLLATE "C" NOT NULL REFERENCES skills,
    PRIMARY KEY (user_id, interest)
);
CREATE INDEX user_interests_of_interest ON user_interests (interest);
-- "I have seen this": by somebody connected with the one who has the skill.
CREATE TABLE endorsements (
    user_id     uuid NOT NULL,
    skill       text COLLATE "C" NOT NULL,
    endorser_id uuid NOT NULL REFERENCES users,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, skill, endorser_id),
    FOREIGN KEY (user_id, skill) REFERENCES user_skills ON DELETE CASCADE,
    CHECK (user_id <> endorser_id)
);
CREATE INDEX endorsements_of_endorser ON endorsements (endorser_id);

-- A role proved by a document. The bytes lie in stored_files until 30 days after the decision.
CREATE TABLE verifications (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users,
    profile_type text NOT NULL,
    document     text NOT NULL CHECK (document IN ('student_card', 'degree', 'employment_letter')),
    -- NULL: deleted.
    file_hash    bytea REFERENCES stored_files,
    media_type   text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    byte_size    integer NOT NULL CHECK (byte_size > 0),
    state        text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn')),
    reason       text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    decided_by   uuid REFERENCES users,
    decided_at   timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((decided_at IS NOT NULL) = (state <> 'pending'))
);
CREATE UNIQUE INDEX verifications_pending ON verifications (user_id, profile_type) WHERE state = 'pending';
CREATE INDEX verifications_waiting ON verifications (created_at) WHERE state = 'pending';
CREATE INDEX verifications_of_user ON verifications (user_id, created_at DESC);
CREATE INDEX verifications_to_delete ON verifications (decided_at) WHERE file_hash IS NOT NULL AND state <> 'pending';
CREATE INDEX verifications_of_file ON verifications (file_hash) WHERE file_hash IS NOT NULL;
CREATE INDEX verifications_decided_by ON verifications (decided_by) WHERE decided_by IS NOT NULL;
