import FoundationEssentials
import Postgres

/// A skill as a profile shows it.
struct Skill: Sendable {
    /// Its normalised spelling.
    let slug: String
    let name: String
    /// 1 to 5.
    let level: Int
    /// Names of those who confirm it, as far as the viewer may know who they are: two at most.
    let endorsers: [String]
    /// Of all who confirm it.
    let endorserCount: Int
    let isConfirmedByViewer: Bool
}

/// What somebody says of themselves as one of their types.
struct TypeDetails: Sendable {
    let type: ProfileType
    let details: Details
}

struct ProfileLink: Equatable, Sendable {
    let label: String
    let address: String
}

/// Every statement here answers nothing where the section isn't the onlooker's to see.
extension SQL {
    /// `users u` of a username whose section is shown.
    fileprivate static func owner(_ username: String, showing section: ProfileSection, to onlooker: Onlooker) -> SQL {
        """
        u.username = \(username) AND \(openProfile(for: onlooker)) AND \(shows(section, to: onlooker))
        """
    }
}

extension Query where Output == [Skill] {
    static func skills(of username: String, for onlooker: Onlooker) -> Self {
        let viewer = onlooker.viewer
        let isOwn: SQL = viewer.id.map { "e.endorser_id = \($0)" } ?? "false"
        return .all(
            """
            SELECT k.skill, s.name, k.level,
                ARRAY(SELECT u.name FROM endorsements e JOIN users u ON u.id = e.endorser_id
                    WHERE e.user_id = k.user_id AND e.skill = k.skill AND \(SQL.isNamed(to: viewer))
                        AND \(SQL.openProfile(for: viewer))
                    ORDER BY e.created_at, u.id LIMIT 2),
                (SELECT count(*) FROM endorsements e JOIN users u ON u.id = e.endorser_id
                    WHERE e.user_id = k.user_id AND e.skill = k.skill AND \(SQL.isNamed(to: viewer))),
                EXISTS (SELECT FROM endorsements e WHERE e.user_id = k.user_id AND e.skill = k.skill AND \(isOwn))
            FROM users u
            JOIN user_skills k ON k.user_id = u.id
            JOIN skills s ON s.slug = k.skill
            WHERE \(SQL.owner(username, showing: .skills, to: onlooker))
            ORDER BY k.position, k.skill
            LIMIT 30
            """, as: Skill.init)
    }
}

extension Query where Output == [String] {
    static func interests(of username: String, for onlooker: Onlooker) -> Self {
        .values(
            """
            SELECT s.name
            FROM users u
            JOIN user_interests i ON i.user_id = u.id
            JOIN skills s ON s.slug = i.interest
            WHERE \(SQL.owner(username, showing: .skills, to: onlooker))
            ORDER BY s.slug
            LIMIT 30
            """)
    }
}

extension Query where Output == [TypeDetails] {
    static func details(of username: String, for onlooker: Onlooker) -> Self {
        .all(
            """
            SELECT d.profile_type, d.fields
            FROM users u
            JOIN profile_details d ON d.user_id = u.id
            WHERE \(SQL.owner(username, showing: .details, to: onlooker))
            ORDER BY d.profile_type <> u.profile_type, d.profile_type
            LIMIT 11
            """
        ) { (type: ProfileType, fields: JSONText) in TypeDetails(type: type, details: Details(stored: fields)) }
    }
}

extension Query where Output == [ProfileLink] {
    static func links(of username: String, for onlooker: Onlooker) -> Self {
        .all(
            """
            SELECT l.label, l.address
            FROM users u
            JOIN profile_links l ON l.user_id = u.id
            WHERE \(SQL.owner(username, showing: .contact, to: onlooker))
            ORDER BY l.position
            LIMIT 8
            """, as: ProfileLink.init)
    }
}
