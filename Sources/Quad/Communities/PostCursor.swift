import FoundationEssentials

/// What decides a post's place in an order, besides what tells apart posts that are equal in it.
enum PlaceKey: Equatable, Sendable {
    case hot(Double)
    case time(microseconds: Int)
    case score(Int, microseconds: Int)

    init(of post: PostSummary, in order: PostOrder) {
        let microseconds = Int((post.publishedAt.timeIntervalSince1970 * 1_000_000).rounded())
        switch order {
        case .hot: self = .hot(post.hot)
        case .new, .unanswered: self = .time(microseconds: microseconds)
        case .top: self = .score(post.score, microseconds: microseconds)
        }
    }

    /// - Returns: `nil` unless the parts are what `description` writes for that order.
    init?(_ parts: some RandomAccessCollection<Substring>, order: PostOrder) {
        guard let first = parts.first, let last = parts.last else { return nil }
        switch order {
        case .hot:
            guard parts.count == 1, let hot = Double(first), hot.isFinite else { return nil }
            self = .hot(hot)
        case .new, .unanswered:
            guard parts.count == 1, let time = Self.time(last) else { return nil }
            self = .time(microseconds: time)
        case .top:
            guard parts.count == 2, let score = Int32(first), let time = Self.time(last) else { return nil }
            self = .score(Int(score), microseconds: time)
        }
    }

    private static func time(_ text: Substring) -> Int? {
        // Later than any clock here, far below what a timestamptz can hold.
        Int(text).flatMap { (0...10_000_000_000_000_000).contains($0) ? $0 : nil }
    }

    var description: String {
        switch self {
        case .hot(let hot): "\(hot)"
        case .time(let microseconds): "\(microseconds)"
        case .score(let score, let microseconds): "\(score),\(microseconds)"
        }
    }
}

/// A place in an ordered list of a community's posts: the list goes on with what comes after it.
///
/// Written as "key,number": the rank, the time in microseconds since 1970, or "score,time", then the post's number.
struct PostCursor: Equatable, Sendable, CustomStringConvertible {
    typealias Key = PlaceKey

    let key: Key
    let number: Int

    init(_ key: Key, number: Int) {
        self.key = key
        self.number = number
    }

    /// - Returns: `nil` unless the text is what `description` writes for that order.
    init?(_ text: String, order: PostOrder) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let last = parts.last, let number = Int(last), (1...Int(Int32.max)).contains(number),
            let key = Key(parts.dropLast(), order: order)
        else { return nil }
        self.init(key, number: number)
        // One place in a list has one address, so that another spelling is no other page to keep.
        guard description == text else { return nil }
    }

    var description: String { "\(key.description),\(number)" }
}

/// The same in a list of several communities, whose posts may share their time and their number: the post's id tells
/// them apart.
struct FeedCursor: Equatable, Sendable, CustomStringConvertible {
    let key: PlaceKey
    let post: Post.ID

    init(_ key: PlaceKey, post: Post.ID) {
        self.key = key
        self.post = post
    }

    init?(_ text: String, order: PostOrder) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let last = parts.last, let post = Post.ID(text: String(last)),
            let key = PlaceKey(parts.dropLast(), order: order)
        else { return nil }
        self.init(key, post: post)
        guard description == text else { return nil }
    }

    var description: String { "\(key.description),\(post.text)" }
}
