-- When suggestions were last made for somebody who had none and looked for them: once a day at most. What the round over
-- everyone makes is not noted here.
CREATE TABLE suggestion_looks (
    user_id uuid PRIMARY KEY REFERENCES users,
    made_at timestamptz NOT NULL DEFAULT now()
);
