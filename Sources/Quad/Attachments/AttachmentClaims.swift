import FoundationEssentials
import Markdown
import Postgres

/// A text makes the files it names its own, in the transaction that stores it. What is claimed stays with its first
/// place: elsewhere it shows to those alone who can read that.
extension Query where Output == Int {
    /// Takes those of a writer's files that nothing has claimed yet and the stored text of the post names.
    ///
    /// - Parameter text: what was meant to be stored.
    static func claim(for post: Post.ID, _ text: WrittenBody, by author: Member) -> Self {
        Query<Int>.execute(
            """
            UPDATE attachments a
            SET post_id = p.id
            FROM posts p
            WHERE a.id = ANY (\(text.files)) AND a.uploader_id = \(author.id) AND \(SQL.isUnclaimed)
                AND p.id = \(post) AND p.author_id = \(author.id) AND p.state <> 'removed'
                AND p.body_source = \(text.source)
            """
        ).idempotent
    }

    static func claim(for comment: ID<Comment>, _ text: WrittenBody, by author: Member) -> Self {
        Query<Int>.execute(
            """
            UPDATE attachments a
            SET comment_id = k.id
            FROM comments k
            WHERE a.id = ANY (\(text.files)) AND a.uploader_id = \(author.id) AND \(SQL.isUnclaimed)
                AND k.id = \(comment) AND k.author_id = \(author.id) AND k.state <> 'removed'
                AND k.body_source = \(text.source)
            """
        ).idempotent
    }
}

extension WrittenBody {
    /// The attachments that the text shows or leads to.
    var files: [Attachment.ID] { rendered.files.compactMap(Attachment.ID.init(text:)) }
}

extension Context {
    /// What a text may show of the attachments it seems to name, by what their addresses hold. It asks the database
    /// only when there seem to be some.
    func uploads(namedIn text: String, by writer: Writer) throws -> [String: Upload] {
        let named = Attachment.named(in: text)
        guard !named.isEmpty else { return [:] }
        let found = try database.fetch(.attachments(named, for: writer.member))
        return Dictionary(
            uniqueKeysWithValues: found.map { ($0.id.text, Upload(path: $0.path, picture: $0.picture)) })
    }
}

extension Attachment {
    /// Whatever looks like an attachment's address in a text that is not parsed yet: a hundred at most.
    static func named(in text: String) -> [ID] {
        let prefix = Array("/attachments/".utf8)
        let bytes = Array(text.utf8)
        var (found, seen): ([ID], Set<ID>) = ([], [])
        var place = 0
        while found.count < 100, let start = bytes[place...].firstRange(of: prefix)?.upperBound {
            let digits = bytes[start...].prefix(36)
            if let id = ID(text: String(decoding: digits, as: UTF8.self)), seen.insert(id).inserted { found.append(id) }
            place = start
        }
        return found
    }
}
