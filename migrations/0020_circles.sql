-- When suggestions were last made for somebody who had none and looked for them: once a day at most. What the round over
-- everyone makes is not noted here.
CREATE TABLE suggestion_looks (
    user_id uuid PRIMARY KEY REFERENCES users,
    made_at timestamptz NOT NULL DEFAULT now()
);

-- Whom somebody asked and waits for: without it the list walks through all requests they ever sent.
CREATE INDEX connections_sent ON connections (asker_id, asked_at DESC) WHERE state = 'pending';
