import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres

@testable import Quad

extension TestCampus {
    /// Someone with a role in a community, counted, and signed in.
    func keeper(
        _ role: CommunityRole?, of community: TestCommunity, siteRole: String = "member", username: String? = nil
    ) throws -> TestWriter {
        let user = try insertUser("Noor Haddad", username: username, role: siteRole)
        if let role { try add(user, to: community, as: role) }
        return TestWriter(id: user, browser: try signIn(user))
    }

    func role(of user: UUID, in community: TestCommunity) throws -> String {
        try text(
            """
            SELECT coalesce((SELECT role FROM memberships WHERE user_id = \(user) AND community_id = \(community.id)),
                'none')
            """)
    }

    /// Whether the counted members are those there are, besides the one that `insertCommunity` counts.
    func countsMembers(of community: TestCommunity, uncounted: Int = 1) throws -> Bool {
        try number(
            """
            SELECT member_count - \(uncounted) - (
                SELECT count(*) FROM memberships m WHERE m.community_id = c.id AND m.role <> 'banned')
            FROM communities c WHERE c.id = \(community.id)
            """) == 0
    }
}

func newCommunity(
    _ name: String = "Night Owls", slug: String = "", visibility: String = "public", belongs: String = "all",
    id: UUID = UUIDv7.generate(), more: [(name: String, value: String)] = []
) -> [(name: String, value: String)] {
    [
        ("id", id.uuidString.lowercased()), ("name", name), ("slug", slug), ("description", "For late questions."),
        ("rules", "Be kind\r\n\r\nNo spoilers"), ("visibility", visibility), ("belongs", belongs), ("indexing", "open"),
        ("wait", "0"),
    ] + more
}

func memberPath(_ member: UUID, _ rest: String = "", of community: String = "algorithms") -> String {
    "/c/\(community)/members/\(member.uuidString.lowercased())" + rest
}
