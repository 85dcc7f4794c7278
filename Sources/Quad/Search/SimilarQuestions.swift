import Postgres

/// A question that is already there, for who is about to ask one.
struct SimilarQuestion: Sendable {
    let title: String
    let path: String
    /// "answered", "3 comments".
    let words: String
    /// The community's name; `nil` where the new one will stand too.
    let place: String?
}

extension Query where Output == [SimilarQuestion] {
    /// At most five questions whose titles share words with a new one's: at least two, where it has two, and a third of
    /// them. Only what the member may read.
    ///
    /// - Parameter isHere: whether those of the community are looked for, or those elsewhere.
    /// - Complexity: bounded, see `SearchCandidates`.
    static func questions(like title: String, in community: String, isHere: Bool, for member: Member) -> Self {
        let viewer = Viewer.member(member)
        let mark: SQL =
            isHere ? "&& search_mark('~c' || search_key(\(SQL.community(community, for: viewer))))" : ""
        let place: SQL = isHere ? "c.slug = \(community)" : "c.slug <> \(community)"
        var candidates = SearchCandidates.posts
        candidates.enough = 20
        let best = candidates.best(
            words: "search_alike(\(title), false)",
            query: "search_alike(\(title), true) && search_mark('~kquestion') \(mark)",
            from: candidates.newest, viewer: viewer)
        return .all(
            """
            WITH \(best), title AS MATERIALIZED (
                SELECT tsvector_to_array(to_tsvector('quad', search_words(\(title)))) AS words
            )
            SELECT f.title, f.number, f.slug, f.comment_count, f.is_answered, f.community, f.name
            FROM (
                SELECT p.id, p.title, p.number, p.slug, p.comment_count, p.answered_at IS NOT NULL AS is_answered,
                    c.slug AS community, c.name, t.words, (
                        SELECT count(*) FROM unnest(tsvector_to_array(ts_filter(s.document, '{a}'))) word
                        WHERE word = ANY (t.words)) AS shared
                FROM best b
                JOIN post_search s ON s.post_id = b.id
                JOIN posts p ON p.id = b.id
                JOIN communities c ON c.id = p.community_id
                CROSS JOIN title t
                WHERE p.state IN ('published', 'archived') AND p.kind = 'question' AND \(SQL.readable(by: viewer))
                    AND \(place)
            ) f
            WHERE f.shared >= least(2, cardinality(f.words)) AND f.shared * 3 >= cardinality(f.words)
            ORDER BY f.shared DESC, similarity(f.title, \(title)) DESC, f.id DESC
            LIMIT 5
            """
        ) { title, number, slug, commentCount, isAnswered, communitySlug, communityName in
            SimilarQuestion(
                title: title, path: CommunityPaths.post(number, slug, in: communitySlug),
                words: isAnswered ? "answered" : Wording.counted(commentCount, "comment", "comments"),
                place: communitySlug == community ? nil : communityName)
        }
    }
}

extension Context {
    /// What is asked already like a new question, its community's own first.
    func similarQuestions(to title: String, in community: String, for writer: Writer) throws -> [SimilarQuestion] {
        let (here, elsewhere) = try database.fetch(
            .questions(like: title, in: community, isHere: true, for: writer.member),
            .questions(like: title, in: community, isHere: false, for: writer.member))
        return Array((here + elsewhere).prefix(5))
    }
}
