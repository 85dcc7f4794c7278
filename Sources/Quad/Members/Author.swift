import FoundationEssentials
import Postgres

/// Someone whose words a page shows, as far as its viewer may know them.
struct Author: Sendable {
    let name: String
    let username: String
    /// Whether the viewer may open the profile.
    let isOpen: Bool
    let face: Face

    /// What stands for somebody beside their name; one column says it (`SQL.face`).
    enum Face: Equatable, Sendable {
        /// A hold or a deletion: the words stay, the person is not named.
        case unnamed
        case pattern
        case photo(Attachment.ID)
    }

    /// The author as pages name them. Who may not open the profile doesn't see the photo either.
    var person: Person {
        if face == .unnamed { return .unnamed }
        return Person(
            name: name, path: path, avatar: Avatar(name: name, username: username, photo: isOpen ? face.photo : nil))
    }

    /// The name pages show.
    var shownName: String { face == .unnamed ? Person.unnamed.name : name }

    /// The profile's path, where the viewer may open it.
    var path: String? { isOpen && face != .unnamed ? MemberPaths.profile(username) : nil }
}

extension Author.Face {
    var photo: Attachment.ID? { if case .photo(let id) = self { id } else { nil } }
}

extension Author.Face: Column {
    private static let nobody = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    /// Reads a photo's identity; NULL is none, and the identity that is all zeros means that nobody is to be named.
    init(column: borrowing ColumnValue) throws(ColumnError) {
        guard let id = try UUID?(column: column) else {
            self = .pattern
            return
        }
        self = id == Self.nobody ? .unnamed : .photo(Attachment.ID(rawValue: id))
    }
}

enum MemberPaths {
    static func profile(_ username: String) -> String { "/u/" + username }
    static func writing(of username: String) -> String { "/u/\(username)/posts" }
}
