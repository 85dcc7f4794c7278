import Postgres

/// A part of a profile whose readers its owner chooses.
enum ProfileSection: String, CaseIterable, Sendable {
    /// The biography.
    case about
    /// What goes with the profile types, and how somebody likes to study.
    case details
    /// Skills and interests.
    case skills
    /// Links to elsewhere.
    case contact
    /// Shown to course mates alone, each course only where it is shown at all: never wider than that.
    case courses
    /// The whole week. Course mates see the hours they share, unless its owner keeps it from everyone.
    case availability
    case mentorship

    /// Who sees it until its owner decides otherwise.
    var usual: Profile.Visibility {
        switch self {
        case .about, .details, .skills, .courses, .mentorship: .university
        case .contact, .availability: .connections
        }
    }

    /// What may be chosen. Courses and free hours are never for everyone.
    var choices: [Profile.Visibility] {
        switch self {
        case .courses, .availability: [.university, .connections, .owner]
        default: Profile.Visibility.allCases
        }
    }
}

/// How near a reader stands to a profile's owner: what reaches one of them reaches everyone nearer.
enum Nearness: Int, CaseIterable, Comparable, Sendable {
    /// On the internet, or at another university.
    case anyone
    /// At the same university, and whoever moderates the site.
    case university
    case connection
    case owner

    static func < (left: Nearness, right: Nearness) -> Bool { left.rawValue < right.rawValue }
}

extension Profile.Visibility: SQLBindable, CaseIterable {
    static let allCases: [Profile.Visibility] = [.everyone, .university, .connections, .owner]

    /// The farthest who are reached.
    var nearness: Nearness {
        switch self {
        case .everyone: .anyone
        case .university: .university
        case .connections: .connection
        case .owner: .owner
        }
    }

    /// Of two, the one that reaches fewer.
    static func narrower(_ one: Self, _ other: Self) -> Self { one.nearness > other.nearness ? one : other }
}

/// Through whose eyes a profile is shown.
struct Onlooker: Sendable {
    let viewer: Viewer
    /// Set where an owner looks at the profile as others see it.
    let preview: Preview?

    struct Preview: Sendable {
        let owner: Member.ID
        let nearness: Nearness
    }

    static let anyone = Onlooker(.visitor)

    init(_ viewer: Viewer) { (self.viewer, preview) = (viewer, nil) }

    /// Somebody who stands that near to the owner, and who is in no community and no course.
    init(as nearness: Nearness, of owner: Member) {
        let somebody = Member(
            id: Member.ID(), session: owner.session, version: owner.version, username: "", name: "", role: .member,
            standing: .active, universityID: owner.universityID, joinedAt: owner.joinedAt)
        viewer = nearness == .anyone ? .visitor : .member(somebody)
        preview = Preview(owner: owner.id, nearness: nearness)
    }
}

/// Who sees what of a profile is decided here, for every section of it and everything that is made of one.
extension SQL {
    /// Whether the onlooker may open the profile of `users u` at all.
    static func openProfile(for onlooker: Onlooker) -> SQL {
        guard let preview = onlooker.preview else { return openProfile(for: onlooker.viewer) }
        return "u.id = \(preview.owner)"
    }

    /// How near the onlooker stands to `users u`: a `Nearness`, or -1 where one of the two has blocked the other.
    static func nearness(of onlooker: Onlooker) -> SQL {
        if let preview = onlooker.preview { return "\(preview.nearness.rawValue)::integer" }
        guard let member = onlooker.viewer.member else { return "0" }
        let moderates: SQL = member.role.moderates ? "true" : "false"
        return """
            CASE WHEN u.id = \(member.id) THEN 3
                WHEN NOT (\(moderates) OR \(isUnblocked(for: member.id))) THEN -1
                WHEN \(isConnected(to: member.id)) THEN 2
                WHEN u.university_id = \(member.universityID) OR \(moderates) THEN 1
                ELSE 0 END
            """
    }

    /// Whether the onlooker sees a section of the profile of `users u`. It is never wider than the profile.
    static func shows(_ section: ProfileSection, to onlooker: Onlooker) -> SQL {
        """
        (\(nearness(of: onlooker)) >= greatest(nearness_asked(u.visibility), nearness_asked(coalesce(
            (SELECT s.visibility FROM profile_sections s WHERE s.user_id = u.id AND s.section = \(section.rawValue)),
            \(section.usual)))))
        """
    }

    /// Whether `users u` may be named to a viewer at all: somebody there, not on hold, and not out of their sight.
    static func isNamed(to viewer: Viewer) -> SQL {
        "u.state = 'active' AND NOT u.is_held AND \(isUnblocked(for: viewer.id))"
    }
}
