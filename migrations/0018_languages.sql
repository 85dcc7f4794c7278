-- The language a community is mostly written in, as its pages tell browsers, screen readers and crawlers (BCP 47).
ALTER TABLE communities ADD COLUMN language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?$');
