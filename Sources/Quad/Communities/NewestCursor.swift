import FoundationEssentials

/// A place in a list of posts of several communities, newest first: the post that the page before ended with.
///
/// Written as "time,post": microseconds since 1970 and the post's id, because posts of different communities may share
/// their time and their number.
struct NewestCursor: Equatable, Sendable, CustomStringConvertible {
    let microseconds: Int
    let post: Post.ID

    init(microseconds: Int, post: Post.ID) {
        self.microseconds = microseconds
        self.post = post
    }

    /// - Returns: `nil` unless the text is what `description` writes.
    init?(_ text: String) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        // Later than any clock here, far below what a timestamptz can hold.
        guard parts.count == 2, let time = Int(parts[0]), (0...10_000_000_000_000_000).contains(time),
            let post = UUID(uuidString: String(parts[1]))
        else { return nil }
        self.init(microseconds: time, post: Post.ID(rawValue: post))
        guard description == text else { return nil }
    }

    var description: String { "\(microseconds),\(post.rawValue.uuidString.lowercased())" }
}
