-- Who wants to be found from outside, and what the site's own feed reads.

-- An author's own choice: without it crawlers are asked to keep neither the profile nor the posts.
ALTER TABLE users ADD COLUMN is_indexable boolean NOT NULL DEFAULT true;
-- Few: a page asks whether one of its authors is among them.
CREATE INDEX users_not_indexable ON users (username) WHERE NOT is_indexable;
-- The sitemaps of people, one a letter.
CREATE INDEX users_listed ON users ("left"(username, 1), username)
    WHERE visibility = 'public' AND state = 'active' AND NOT is_held AND is_indexable;

-- The newest posts of the whole site.
CREATE INDEX posts_newest ON posts (published_at DESC, id DESC) WHERE state = 'published';
