/// A place in the list of communities: the one that the page before ended with.
///
/// Written as "members,slug".
struct CommunityCursor: Equatable, Sendable, CustomStringConvertible {
    let memberCount: Int
    let slug: String

    init(memberCount: Int, slug: String) {
        self.memberCount = memberCount
        self.slug = slug
    }

    init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let count = Int(parts[0]), (0...Int(Int32.max)).contains(count),
            (1...40).contains(parts[1].utf8.count)
        else { return nil }
        self.init(memberCount: count, slug: String(parts[1]))
        guard description == text else { return nil }
    }

    var description: String { "\(memberCount),\(slug)" }
}
