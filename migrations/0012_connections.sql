-- Who knows whom, and who wants to have nothing to do with whom.

-- A block, once from each side, so that one look by `user_id` finds everyone somebody must not meet. Both sides see the
-- same: nobody. Only the side that asked for it can lift it.
CREATE TABLE blocks (
    user_id    uuid NOT NULL REFERENCES users,
    other_id   uuid NOT NULL REFERENCES users,
    -- Whether `user_id` asked for it; both sides may have.
    is_own     boolean NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, other_id),
    CHECK (user_id <> other_id)
);
CREATE INDEX blocks_of_other ON blocks (other_id);

CREATE TABLE connections (
    id          uuid PRIMARY KEY,
    asker_id    uuid NOT NULL REFERENCES users,
    asked_id    uuid NOT NULL REFERENCES users,
    -- What the request is about, if it is about one.
    course_id   uuid REFERENCES courses,
    message     text NOT NULL DEFAULT '' CHECK (length(message) <= 500),
    state       text NOT NULL DEFAULT 'pending' CHECK (state IN
                ('pending', 'accepted', 'declined', 'cancelled', 'ended')),
    -- How the two came upon each other.
    origin      text NOT NULL CHECK (origin IN ('match', 'search', 'suggestion', 'mentorship', 'mutual')),
    asked_at    timestamptz NOT NULL DEFAULT now(),
    -- Accepted or declined.
    answered_at timestamptz,
    -- Cancelled, or ended after it was accepted, and by whom.
    ended_at    timestamptz,
    ended_by    uuid REFERENCES users,
    -- What they did together, as it stood at `interaction_at`: it halves in 30 days.
    interaction double precision NOT NULL DEFAULT 0 CHECK (interaction >= 0),
    interaction_at timestamptz NOT NULL DEFAULT now(),
    CHECK (asker_id <> asked_id),
    CHECK ((answered_at IS NOT NULL) = (state IN ('accepted', 'declined', 'ended'))),
    CHECK ((ended_at IS NOT NULL) = (state IN ('cancelled', 'ended')))
);
-- One live connection a pair, whichever side asked.
CREATE UNIQUE INDEX connections_live ON connections (least(asker_id, asked_id), greatest(asker_id, asked_id))
    WHERE state IN ('pending', 'accepted');
CREATE INDEX connections_of_asker ON connections (asker_id, asked_at DESC);
CREATE INDEX connections_of_asked ON connections (asked_id, asked_at DESC);
CREATE INDEX connections_waiting ON connections (asked_id, asked_at DESC) WHERE state = 'pending';
CREATE INDEX connections_of_course ON connections (course_id) WHERE course_id IS NOT NULL;
CREATE INDEX connections_ended_by ON connections (ended_by) WHERE ended_by IS NOT NULL;

-- Accepted connections from each side; kept by the trigger below. What is asked of them most is "whom does X know".
CREATE TABLE acquaintances (
    user_id       uuid NOT NULL REFERENCES users,
    other_id      uuid NOT NULL REFERENCES users,
    connection_id uuid NOT NULL REFERENCES connections,
    since         timestamptz NOT NULL,
    PRIMARY KEY (user_id, other_id)
);
CREATE INDEX acquaintances_of_other ON acquaintances (other_id);
CREATE INDEX acquaintances_of_connection ON acquaintances (connection_id);

CREATE FUNCTION keep_acquaintances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state = 'accepted' THEN
        INSERT INTO acquaintances (user_id, other_id, connection_id, since)
        VALUES (NEW.asker_id, NEW.asked_id, NEW.id, NEW.answered_at), (NEW.asked_id, NEW.asker_id, NEW.id, NEW.answered_at)
        ON CONFLICT (user_id, other_id) DO NOTHING;
    ELSE
        DELETE FROM acquaintances WHERE connection_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_acquaintances AFTER INSERT OR UPDATE OF state ON connections FOR EACH ROW
    EXECUTE FUNCTION keep_acquaintances();

-- What is left of an interaction score after some time: it halves in 30 days.
CREATE FUNCTION decayed(score double precision, stored timestamptz, at timestamptz) RETURNS double precision
    LANGUAGE sql STABLE PARALLEL SAFE RETURN
    score * power(2, -extract(epoch FROM greatest(at - stored, interval '0'))::double precision / 2592000);

-- What orders connections by their interaction score, without a look at the clock: all scores halve together, so
-- whichever of two is higher stays so until one of them is added to. This is the logarithm of what the score would have
-- been in 1970; one that nothing was ever added to counts as a thousandth.
CREATE FUNCTION closeness(score double precision, stored timestamptz) RETURNS double precision
    LANGUAGE sql STABLE PARALLEL SAFE RETURN
    ln(greatest(score, 0.001)) / ln(2::double precision) + extract(epoch FROM stored)::double precision / 2592000;
