import HTML

/// Addresses where somebody keeps their profile.
enum ProfilePaths {
    static let profile = "/settings/profile"
    static let username = "/settings/profile/username"
    static let about = "/settings/profile/about"
    static let skills = "/settings/profile/skills"
    static let links = "/settings/profile/links"
    static let photo = "/settings/profile/photo"
    static let photoRemoval = "/settings/profile/photo/removal"
    static let pattern = "/settings/profile/pattern"
    static let visibility = "/settings/profile/visibility"
    static let hold = "/settings/profile/hold"
    static let leftOut = "/settings/profile/left-out"
    static let welcome = "/welcome"
    static let welcomeDismissal = "/welcome/dismissal"
    static let firstMatches = "/welcome/matches"
    static let firstWatches = "/welcome/watches"

    static func details(_ type: ProfileType) -> String { "/settings/profile/details/\(type.rawValue)" }

    /// One's own profile as others see it.
    static func preview(_ username: String, as eyes: ProfileEyes) -> String {
        MemberPaths.profile(username) + "?as=\(eyes.rawValue)"
    }

    static func endorsement(of skill: String, _ username: String) -> String {
        "/u/\(username)/skills/\(encoded(skill))/endorsement"
    }
    static func withdrawal(of skill: String, _ username: String) -> String {
        "/u/\(username)/skills/\(encoded(skill))/endorsement/withdrawal"
    }

    private static func encoded(_ skill: String) -> String {
        var path = HTMLBuffer()
        path.urlComponent(skill)
        return String(decoding: path.finish(), as: UTF8.self)
    }
}

/// Through whose eyes owners can look at their profile.
enum ProfileEyes: String, CaseIterable {
    case visitor, student, connection

    var nearness: Nearness {
        switch self {
        case .visitor: .anyone
        case .student: .university
        case .connection: .connection
        }
    }
}
