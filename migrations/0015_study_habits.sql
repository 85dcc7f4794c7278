-- When people can study, and how they like to.

CREATE TABLE study_habits (
    user_id      uuid PRIMARY KEY REFERENCES users,
    -- Free time of a normal week in quarter hours, Sunday 0:00 first, in wall time of the zone. All zeros: not said.
    availability bit(672) NOT NULL DEFAULT repeat('0', 672)::bit(672),
    -- Taken by the timetable that was read in: never free.
    busy         bit(672) NOT NULL DEFAULT repeat('0', 672)::bit(672),
    -- NULL: the university's.
    time_zone    text CHECK (length(time_zone) BETWEEN 1 AND 64),
    location     text NOT NULL DEFAULT 'any' CHECK (location IN ('library', 'cafe', 'home', 'study_room', 'any')),
    style        text NOT NULL DEFAULT 'mixed' CHECK (style IN ('collaborative', 'quiet', 'mixed')),
    pace         text NOT NULL DEFAULT 'moderate' CHECK (pace IN ('slow', 'moderate', 'fast')),
    -- Whether the three above were chosen, or are only what stands there before.
    has_habits   boolean NOT NULL DEFAULT false,
    week_changed_at timestamptz,
    -- What availability was before the last change of the week, for taking that back.
    previous_week bit(672),
    -- Goes up with every change of the week: a second tab's older week is not written over a newer one.
    week_revision integer NOT NULL DEFAULT 0,
    CHECK (availability & busy = repeat('0', 672)::bit(672))
);
