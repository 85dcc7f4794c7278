-- What is done in the background, by threads of `quad serve` or `quad work`.

CREATE TABLE jobs (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
    payload      jsonb NOT NULL,
    -- Where a job must not wait twice; free again once it is done.
    unique_key   text UNIQUE CHECK (length(unique_key) <= 200),
    -- Waiting until run_at; running until its lease ends; dead after its last try, for an admin to look at.
    state        text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'dead')),
    run_at       timestamptz NOT NULL DEFAULT now(),
    leased_until timestamptz,
    attempts     smallint NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    most_attempts smallint NOT NULL DEFAULT 8 CHECK (most_attempts BETWEEN 1 AND 100),
    last_error   text CHECK (length(last_error) <= 1000),
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((state = 'running') = (leased_until IS NOT NULL))
);
CREATE INDEX jobs_waiting ON jobs (run_at) WHERE state = 'waiting';
CREATE INDEX jobs_running ON jobs (leased_until) WHERE state = 'running';
CREATE INDEX jobs_dead ON jobs (created_at DESC) WHERE state = 'dead';

-- Work that comes round again; a row each, so that ten instances do it once.
CREATE TABLE schedules (
    name        text PRIMARY KEY CHECK (name ~ '^[a-z_]{1,40}$'),
    every       interval NOT NULL CHECK (every >= interval '1 second'),
    next_run_at timestamptz NOT NULL DEFAULT now()
);

-- Mails of a demonstration campus, which sends none: /dev/mail shows them.
CREATE TABLE demonstration_mails (
    id         uuid PRIMARY KEY,
    recipient  text NOT NULL,
    subject    text NOT NULL,
    text_part  text NOT NULL,
    html_part  text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX demonstration_mails_newest ON demonstration_mails (created_at DESC, id DESC);
