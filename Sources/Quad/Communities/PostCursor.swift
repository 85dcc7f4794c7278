/// How a community's posts are ordered.
enum PostOrder: String, Sendable, CaseIterable {
    /// Votes, which count for less as a post gets older.
    case hot
    /// Newest first.
    case new
}

/// A place in an ordered list of posts: the list goes on with what comes after it.
///
/// Written as "key,number": the rank or the time in microseconds since 1970, then the post's number.
struct PostCursor: Equatable, Sendable, CustomStringConvertible {
    enum Key: Equatable, Sendable {
        case hot(Double)
        case time(microseconds: Int)
    }

    let key: Key
    let number: Int

    init(_ key: Key, number: Int) {
        self.key = key
        self.number = number
    }

    /// - Returns: `nil` unless the text is what `description` writes for that order.
    init?(_ text: String, order: PostOrder) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[1]), (1...Int(Int32.max)).contains(number) else { return nil }
        switch order {
        case .hot:
            guard let hot = Double(parts[0]), hot.isFinite else { return nil }
            self.init(.hot(hot), number: number)
        case .new:
            // Later than any clock here, far below what a timestamptz can hold.
            guard let time = Int(parts[0]), (0...10_000_000_000_000_000).contains(time) else { return nil }
            self.init(.time(microseconds: time), number: number)
        }
        // One place in a list has one address, so that another spelling is no other page to keep.
        guard description == text else { return nil }
    }

    var description: String {
        switch key {
        case .hot(let hot): "\(hot),\(number)"
        case .time(let microseconds): "\(microseconds),\(number)"
        }
    }
}
