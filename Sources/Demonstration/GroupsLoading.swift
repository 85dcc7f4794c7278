import FoundationEssentials
internal import Postgres

/// Study groups of the largest courses.
struct GroupsLoading: Sendable {
    let world: Demonstration.World

    private struct Group {
        let course: Int
        let name: String
        let members: [Int32]
        let startsAtQuarter: Int
        let founded: Int64
    }

    func load(_ connection: Connection) throws {
        let groups = groups
        try connection.copy(
            into: "study_groups",
            columns: [
                "id", "course_id", "name", "founder_id", "starts_at_quarter", "quarter_count", "time_zone",
                "member_count", "created_at",
            ]
        ) { rows in
            for (place, group) in groups.enumerated() {
                try rows.row {
                    $0.write(world.groupID(place, at: group.founded))
                    $0.write(world.courseID(group.course))
                    $0.write(group.name)
                    $0.write(world.personID(group.members[0]))
                    $0.write(group.startsAtQuarter)
                    $0.write(8)
                    $0.write(Campus.universities[CourseDraft.university(of: group.course)].timeZone)
                    $0.write(group.members.count)
                    $0.write(Date(seconds: group.founded))
                }
            }
        }
        try connection.copy(
            into: "study_group_members", columns: ["group_id", "user_id", "state", "invited_by", "changed_at"]
        ) { rows in
            for (place, group) in groups.enumerated() {
                for (number, member) in group.members.enumerated() {
                    try rows.row {
                        $0.write(world.groupID(place, at: group.founded))
                        $0.write(world.personID(member))
                        $0.write("member")
                        $0.write(number == 0 ? nil : world.personID(group.members[0]))
                        $0.write(Date(seconds: group.founded + Int64(number) * 7_200))
                    }
                }
            }
        }
    }

    /// Two in each of the first courses that have people enough. None has the student of the cast in it yet.
    private var groups: [Group] {
        let names = ["Heaps and coffee", "Sunday proofs", "Night owls", "Early birds", "The back row", "Six of us"]
        var groups: [Group] = []
        for course in 0..<min(12, world.figures.courses) {
            let shown = world.studies.shown[course].filter { $0 > 2 }
            guard shown.count >= 12 else { continue }
            var chance = Chance(seed: world.seed, for: .group, at: course)
            let people = shown.prefix(400).shuffled(using: &chance)
            for number in 0..<2 {
                let founded = world.clock.now - Int64(chance.within(5...40)) * 86_400
                groups.append(
                    Group(
                        course: course, name: names[(course + number * 2) % names.count],
                        members: Array(people[number * 5..<number * 5 + chance.within(3...5)]),
                        startsAtQuarter: chance.within(1...5) * 96 + chance.within(10...18) * 4, founded: founded))
            }
        }
        return groups
    }
}
