-- Who is here: the site, its universities, their courses and the people.

CREATE TABLE universities (
    id            uuid PRIMARY KEY,
    slug          text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    short_name    text NOT NULL CHECK (length(short_name) BETWEEN 1 AND 40),
    time_zone     text NOT NULL,
    current_term  text NOT NULL CHECK (length(current_term) <= 40),
    state         text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'closed')),
    -- Accounts in use; kept by the statements that open and close accounts.
    user_count    integer NOT NULL DEFAULT 0 CHECK (user_count >= 0),
    created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE university_domains (
    domain        text PRIMARY KEY CHECK (domain = lower(domain) AND domain ~ '^[a-z0-9.-]+\.[a-z]{2,}$'),
    university_id uuid NOT NULL REFERENCES universities
);
CREATE INDEX university_domains_of_university ON university_domains (university_id);

-- One row: what the installation calls itself, and whether it is a demonstration.
CREATE TABLE site (
    only_row           boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    home_university_id uuid NOT NULL REFERENCES universities,
    is_demonstration   boolean NOT NULL DEFAULT false,
    created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX site_of_home_university ON site (home_university_id);

CREATE TABLE courses (
    id            uuid PRIMARY KEY,
    university_id uuid NOT NULL REFERENCES universities,
    code          text NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
    section       text NOT NULL DEFAULT '' CHECK (length(section) <= 20),
    term          text NOT NULL CHECK (length(term) BETWEEN 1 AND 40),
    title         text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    instructor    text NOT NULL DEFAULT '' CHECK (length(instructor) <= 120),
    schedule      text NOT NULL DEFAULT '' CHECK (length(schedule) <= 200),
    created_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (university_id, code, section, term)
);

CREATE TABLE users (
    id                 uuid PRIMARY KEY,
    university_id      uuid NOT NULL REFERENCES universities,
    email              text NOT NULL CHECK (length(email) BETWEEN 3 AND 254),
    username           text NOT NULL CHECK (username ~ '^[a-z0-9]([a-z0-9._-]{1,28})[a-z0-9]$'),
    name               text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    role               text NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'moderator', 'admin')),
    state              text NOT NULL DEFAULT 'unverified' CHECK (state IN
                       ('unverified', 'active', 'silenced', 'suspended', 'deactivated', 'deleted')),
    profile_type       text NOT NULL DEFAULT 'student' CHECK (profile_type IN
                       ('student', 'alumni', 'mentor', 'faculty', 'staff', 'organization_partner', 'investor',
                        'innovator', 'service_provider', 'government_official', 'community_member')),
    -- Who may open the profile. A hold overrules it: nobody finds a held profile anywhere.
    visibility         text NOT NULL DEFAULT 'university' CHECK (visibility IN
                       ('public', 'university', 'connections', 'only_me')),
    is_held            boolean NOT NULL DEFAULT false,
    headline           text NOT NULL DEFAULT '' CHECK (length(headline) <= 120),
    bio_source         text NOT NULL DEFAULT '' CHECK (length(bio_source) <= 2000),
    bio_html           text NOT NULL DEFAULT '',
    bio_version        smallint NOT NULL DEFAULT 0,
    post_count         integer NOT NULL DEFAULT 0 CHECK (post_count >= 0),
    comment_count      integer NOT NULL DEFAULT 0 CHECK (comment_count >= 0),
    created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX users_email ON users (lower(email));
CREATE UNIQUE INDEX users_username ON users (username);
CREATE INDEX users_of_university ON users (university_id);
