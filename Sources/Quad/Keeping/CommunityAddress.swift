/// The part of a community's address that names it: `algorithms` in `/c/algorithms`.
///
/// 1 to 40 of a–z, 0–9 and `-`, no hyphen at its ends, none of the words that addresses use themselves.
struct CommunityAddress: Hashable, Sendable {
    let text: String

    static let limit = 40

    /// - Parameter typed: may be in capitals.
    init(_ typed: String) throws(CommunityFault) {
        guard typed.utf8.count <= 400 else { throw Self.tooLong }
        let text = TypedText.trimmed(typed).lowercased()
        guard !text.isEmpty else {
            throw CommunityFault(message: "Give it an address: a short word or two.", summary: "Give it an address")
        }
        let isPlain = text.utf8.allSatisfy { byte in
            byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
        }
        guard isPlain, !text.hasPrefix("-"), !text.hasSuffix("-") else {
            let closest = Self.suggested(for: text)
            throw CommunityFault(
                message: "Only letters a to z, digits and hyphens within can stand in an address."
                    + (closest.map { " “\($0.text)” would do." } ?? ""),
                summary: "Choose a plainer address")
        }
        guard text.utf8.count <= Self.limit else { throw Self.tooLong }
        guard !Self.reserved.contains(text) else {
            throw CommunityFault(
                message: "Quad uses this word in addresses itself. Choose another one.",
                summary: "Choose another address")
        }
        self.text = text
    }

    /// What a name suggests; `nil` for one without a Latin letter.
    static func suggested(for name: String) -> CommunityAddress? {
        var words = Slug.from(name).split(separator: "-")
        while words.count > 1, words.joined(separator: "-").utf8.count > limit { words.removeLast() }
        let text = String(words.joined(separator: "-").prefix(limit))
        // What a title without Latin letters is called.
        guard text != "post" || name.lowercased().contains("post") else { return nil }
        do { return try CommunityAddress(text) } catch { return nil }
    }

    private static let tooLong = CommunityFault(
        message: "\(limit) characters is the most an address can have.", summary: "Shorten the address")

    /// What somebody has or had already.
    static let taken = CommunityFault(
        message: "This address is taken. Choose another one.", summary: "Choose another address")

    /// Words of addresses below a community's own, and of what may come.
    static let reserved: Set<String> = [
        "about", "admin", "all", "api", "archive", "asks", "atom", "bookmarks", "comments", "communities", "community",
        "drafts", "edit", "events", "feed", "feeds", "follows", "help", "home", "hot", "icon", "invitation",
        "invitations", "join", "leave", "log", "members", "memberships", "messages", "moderation", "moderators",
        "mutes",
        "new", "ownership", "post", "posts", "questions", "quad", "review", "rss", "rules", "s", "search", "settings",
        "sitemap", "spaces", "tag", "tags", "top", "u", "unanswered", "users",
    ]
}
