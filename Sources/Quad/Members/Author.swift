/// Someone whose words a page shows, as far as a visitor may know them.
struct Author: Sendable {
    let name: String
    let username: String
    /// Whether anyone may open the profile.
    let isPublic: Bool
    /// A hold or a deletion: the words stay, the person is not named.
    let isUnnamed: Bool

    /// The author as pages name them.
    var person: Person {
        if isUnnamed { return .unnamed }
        return Person(
            name: name, path: isPublic ? MemberPaths.profile(username) : nil,
            avatar: Avatar(name: name, username: username))
    }
}

enum MemberPaths {
    static func profile(_ username: String) -> String { "/u/" + username }
}
