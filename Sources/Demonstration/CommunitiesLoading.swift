import FoundationEssentials
internal import Postgres

extension CampusLoading {
    func loadCommunities(_ connection: Connection) throws {
        try connection.copy(
            into: "communities",
            columns: [
                "id", "university_id", "slug", "name", "description", "rules", "visibility", "indexing",
                "member_count", "last_activity_at", "created_at",
            ]
        ) { rows in
            for (place, text) in world.corpus.communities.enumerated() {
                let community = world.roster.communities[place]
                try rows.row {
                    $0.write(world.communityID(place))
                    $0.write(text.university.map { world.universityID($0) })
                    $0.write(text.slug)
                    $0.write(text.name)
                    $0.write(text.about)
                    $0.write(text.rules)
                    $0.write(text.visibility)
                    $0.write(text.indexing)
                    $0.write(community.members.count - community.banned.count)
                    $0.write(Date(seconds: community.founded))
                    $0.write(Date(seconds: community.founded))
                }
            }
        }
        try loadSpaces(connection)
        try loadMemberships(connection)
    }

    private func loadSpaces(_ connection: Connection) throws {
        try connection.copy(
            into: "spaces",
            columns: ["id", "community_id", "slug", "name", "description", "position", "posting", "created_at"]
        ) { rows in
            for (place, text) in world.corpus.communities.enumerated() {
                for (position, space) in text.spaces.enumerated() {
                    try rows.row {
                        $0.write(world.spaceID(place, position))
                        $0.write(world.communityID(place))
                        $0.write(space.slug)
                        $0.write(space.name)
                        $0.write(space.description)
                        $0.write(position)
                        $0.write(space.isForModerators ? "moderators" : "members")
                        $0.write(Date(seconds: world.roster.communities[place].founded))
                    }
                }
            }
        }
    }

    private func loadMemberships(_ connection: Connection) throws {
        try connection.copy(
            into: "memberships", columns: ["community_id", "user_id", "role", "joined_at"]
        ) { rows in
            for (place, community) in world.roster.communities.enumerated() {
                let id = world.communityID(place)
                for (position, member) in community.members.enumerated() {
                    try rows.row {
                        $0.write(id)
                        $0.write(world.personID(member.person))
                        $0.write(role(of: position, in: community))
                        $0.write(Date(seconds: member.joined))
                    }
                }
            }
        }
    }

    private func role(of position: Int, in community: Roster.Community) -> String {
        if community.banned.contains(position) { return "banned" }
        return switch community.responsible.firstIndex(of: position) {
        case 0: "owner"
        case .some: "moderator"
        case nil: "member"
        }
    }
}
