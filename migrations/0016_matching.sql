-- Who could study with whom.

-- Everyone who may be shown to course mates, once a course, with all that the score is made of: one walk through one
-- index answers a page of matches. Kept by triggers of what it is made of; who is held, hidden, silenced or gone has
-- no row here.
CREATE TABLE match_pool (
    course_id    uuid NOT NULL REFERENCES courses,
    user_id      uuid NOT NULL REFERENCES users,
    section      text NOT NULL,
    availability bit(672) NOT NULL,
    time_zone    text NOT NULL,
    location     text NOT NULL,
    style        text NOT NULL,
    pace         text NOT NULL,
    has_bio      boolean NOT NULL,
    has_picture  boolean NOT NULL,
    joined_at    timestamptz NOT NULL,
    PRIMARY KEY (course_id, user_id)
);
CREATE INDEX match_pool_of_user ON match_pool (user_id);

-- "Not now": the other does not appear among one's matches until then, and is not told.
CREATE TABLE hidden_people (
    user_id   uuid NOT NULL REFERENCES users,
    other_id  uuid NOT NULL REFERENCES users,
    until     timestamptz NOT NULL,
    PRIMARY KEY (user_id, other_id),
    CHECK (user_id <> other_id)
);
CREATE INDEX hidden_people_of_other ON hidden_people (other_id);

CREATE TABLE study_groups (
    id           uuid PRIMARY KEY,
    course_id    uuid NOT NULL REFERENCES courses,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    founder_id   uuid NOT NULL REFERENCES users,
    -- The time they share each week, in wall time of the zone: quarter hours from Sunday 0:00.
    starts_at_quarter smallint NOT NULL CHECK (starts_at_quarter BETWEEN 0 AND 671),
    quarter_count     smallint NOT NULL CHECK (quarter_count BETWEEN 1 AND 96),
    time_zone    text NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
    state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'dissolved')),
    member_count smallint NOT NULL DEFAULT 0 CHECK (member_count BETWEEN 0 AND 6),
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX study_groups_of_course ON study_groups (course_id, created_at DESC) WHERE state = 'active';
CREATE INDEX study_groups_of_founder ON study_groups (founder_id);
CREATE TABLE study_group_members (
    group_id   uuid NOT NULL REFERENCES study_groups,
    user_id    uuid NOT NULL REFERENCES users,
    state      text NOT NULL CHECK (state IN ('invited', 'member', 'declined', 'left')),
    invited_by uuid REFERENCES users,
    changed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX study_group_members_of_user ON study_group_members (user_id, state);
CREATE INDEX study_group_members_invited_by ON study_group_members (invited_by) WHERE invited_by IS NOT NULL;
