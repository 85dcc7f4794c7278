-- What members did in a month, counted in the background for who was here lately, and shown to each alone.

CREATE TABLE own_figures (
    user_id          uuid PRIMARY KEY REFERENCES users,
    -- The first day of the month they are of, by the clock of the university.
    month            date NOT NULL,
    posts            integer NOT NULL CHECK (posts >= 0),
    comments         integer NOT NULL CHECK (comments >= 0),
    accepted_answers integer NOT NULL CHECK (accepted_answers >= 0),
    people_helped    integer NOT NULL CHECK (people_helped >= 0),
    counted_at       timestamptz NOT NULL DEFAULT now()
);
