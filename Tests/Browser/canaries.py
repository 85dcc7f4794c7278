"""Words planted where only some may read, to be looked for where everybody can."""

import uuid

WORD = "zephyrcanary"
# Whatever it stands in: a text, an address, a mail.
MARK = WORD.encode()


def plant(campus):
    """Puts a community of each kind that is not public, and whatever else is hidden, into the demonstration.

    Answers the addresses at which nothing may be found, by the status they are to answer with."""
    university, public = campus.one("SELECT home_university_id FROM site"), campus.rows(
        "SELECT c.id, c.slug, s.id, c.last_post_number, p.number FROM communities c "
        "JOIN spaces s ON s.community_id = c.id JOIN posts p ON p.community_id = c.id "
        "WHERE c.visibility = 'public' AND c.indexing = 'open' AND p.state = 'published' AND p.comment_count > 0 "
        "AND p.comment_count < 100 ORDER BY c.post_count, s.position, p.number LIMIT 1")[0]
    community, slug, space, last, post = public
    statements, addresses = [], {404: [], 410: []}
    # A demonstration may be crawled more than once.
    run = uuid.uuid4().hex[:4]

    def person(name, **columns):
        columns = {"visibility": "public", "state": "active", "is_held": "false", **columns}
        id = str(uuid.uuid4())
        username = f"{WORD}.{name}{run}"
        statements.append(
            "INSERT INTO users (id, university_id, email, username, name, headline, bio_source, bio_html, visibility, "
            f"state, is_held, post_count, created_at) VALUES ('{id}', '{university}', '{username}@{WORD}.example', "
            f"'{username}', '{WORD} {name}', '{WORD} headline', '{WORD}', '<p>{WORD}</p>', '{columns['visibility']}', "
            f"'{columns['state']}', {columns['is_held']}, 1, now() - interval '90 days')")
        addresses[404] += [f"/u/{username}", f"/u/{username}/feed.atom"]
        return id

    def written(author, number, state, community, space, title=WORD, words=WORD):
        id = str(uuid.uuid4())
        statements.append(
            "INSERT INTO posts (id, community_id, number, space_id, author_id, kind, state, title, slug, body_source, "
            "body_html, body_version, excerpt, tags, removal_reason, published_at, last_activity_at) VALUES "
            f"('{id}', '{community}', {number}, '{space}', '{author}', 'question', '{state}', '{title} title', "
            f"'{title}-slug', '{words} body', '<p>{words} body</p>', 1, '{words} excerpt', ARRAY['{title}-tag'], NULL, "
            "now() - interval '90 days', now() - interval '90 days')")
        return id

    def commented(author, post, number, state, words=WORD):
        statements.append(
            "INSERT INTO comments (id, post_id, number, author_id, state, body_source, body_html, body_version, "
            f"created_at) VALUES ('{uuid.uuid4()}', {post}, {number}, '{author}', '{state}', '{words}', "
            f"'<p>{words} comment</p>', 1, now() - interval '80 days')")

    hidden = {name: person(name, **columns) for name, columns in {
        "held": {"is_held": "true"}, "deleted": {"state": "deleted"}, "suspended": {"state": "suspended"},
        "university": {"visibility": "university"}, "alone": {"visibility": "only_me"}}.items()}
    for kind in ("university", "private"):
        place, room = str(uuid.uuid4()), str(uuid.uuid4())
        statements.append(
            "INSERT INTO communities (id, university_id, slug, name, description, rules, visibility, member_count, "
            f"post_count, last_post_number) VALUES ('{place}', '{university}', '{WORD}-{kind}-{run}', '{WORD} {kind}', "
            f"'{WORD} description', ARRAY['{WORD} rule'], '{kind}', 900000, 1, 1)")
        statements.append(
            "INSERT INTO spaces (id, community_id, slug, name, description, post_count) "
            f"VALUES ('{room}', '{place}', '{WORD}-space', '{WORD} space', '{WORD}', 1)")
        post_there = written(hidden["university"], 1, "published", place, room)
        commented(hidden["university"], f"'{post_there}'", 1, "published")
        base = f"/c/{WORD}-{kind}-{run}"
        addresses[404] += [
            base, f"{base}/about", f"{base}/s/{WORD}-space", f"{base}/1", f"{base}/1/{WORD}-title", f"{base}/feed.atom",
            f"{base}/1/feed.atom", f"/sitemaps{base}/0.xml", base.upper()]
    # In a public community, by people whose name may not stand there: their words may, so they hold no canary.
    first = int(last) + 1
    for index, state in enumerate(("draft", "in_review", "removed", "published")):
        may_be_read = state == "published"
        words = "plain words" if may_be_read else WORD
        id = written(
            hidden["held"], first + index, state, community, space, "plainly-held" if may_be_read else WORD, words)
        status = {"removed": 410, "published": None}.get(state, 404)
        if status:
            base = f"/c/{slug}/{first + index}"
            addresses[status] += [base, f"{base}/feed.atom", f"{base}/{WORD}-slug", f"{base}/anything"]
        else:
            commented(hidden["deleted"], f"'{id}'", 1, "published", "plain words")
            commented(hidden["held"], f"'{id}'", 2, "removed")
            commented(hidden["held"], f"'{id}'", 3, "in_review")
    statements.append(f"UPDATE communities SET last_post_number = {first + 3} WHERE id = '{community}'")
    addresses[404].append(f"/tags/{WORD}-tag")
    # A part that keeps them on the server may or may not be there.
    if campus.rows("SELECT 1 FROM information_schema.tables WHERE table_name = 'drafts' AND table_schema = 'public'"):
        statements.append(
            "INSERT INTO drafts (id, author_id, community_id, space, kind, title, body, tags, choices, is_multiple, days) "
            f"VALUES ('{uuid.uuid4()}', '{hidden['held']}', '{community}', '', 'discussion', '{WORD}', '{WORD}', "
            f"'{WORD}', '', false, '')")
    campus.rows("BEGIN; " + "; ".join(statements) + "; COMMIT")
    return addresses
