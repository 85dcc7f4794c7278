/// Someone whose words a page shows, as far as its viewer may know them.
struct Author: Sendable {
    let name: String
    let username: String
    /// Whether the viewer may open the profile.
    let isOpen: Bool
    /// A hold or a deletion: the words stay, the person is not named.
    let isUnnamed: Bool

    /// The author as pages name them.
    var person: Person {
        if isUnnamed { return .unnamed }
        return Person(
            name: name, path: isOpen ? MemberPaths.profile(username) : nil,
            avatar: Avatar(name: name, username: username))
    }
}

enum MemberPaths {
    static func profile(_ username: String) -> String { "/u/" + username }
}
