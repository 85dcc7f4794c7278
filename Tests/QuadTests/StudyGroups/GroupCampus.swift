import Cryptography
import Dispatch
import FoundationEssentials
import Postgres
import TestSupport

@testable import Quad

extension TestCampus {
    /// A group of people, the first of whom started it, each in it a day longer than the one before.
    func insertGroup(of people: [UUID], in course: UUID) throws -> UUID {
        let group = UUIDv7.generate()
        try run(
            """
            INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                member_count)
            VALUES (\(group), \(course), 'Heaps', \(people[0]), 248, 8, 'UTC', \(people.count)::smallint)
            """)
        for (place, person) in people.enumerated() {
            try run(
                """
                INSERT INTO study_group_members (group_id, user_id, state, changed_at)
                VALUES (\(group), \(person), 'member', now() - \(place) * interval '1 day')
                """)
        }
        return group
    }

    /// Does something while somebody leaves a group, which is done as soon as the other waits for it.
    func whileLeaving(_ group: UUID, as user: UUID, _ body: () throws -> Void) throws {
        let (configuration, hasLeft) = (application.settings.database, DispatchSemaphore(value: 0))
        let thread = TestThread {
            let database = Connection(configuration)
            defer { database.close() }
            defer { hasLeft.signal() }
            try? database.transaction { database in
                _ = try database.fetch(
                    .lockGroup(StudyGroup.ID(rawValue: group)),
                    .leaveGroup(StudyGroup.ID(rawValue: group), as: Member.ID(rawValue: user)))
                hasLeft.signal()
                _ = try eventually { try database.fetch(.waiting) > 0 }
            }
        }
        hasLeft.wait()
        defer { thread.join() }
        try body()
    }

    /// The groups there are: who leads each and how many are in it, or that it is dissolved.
    var groupLines: [String] {
        get throws {
            try database.fetch(
                .values(
                    """
                    SELECT CASE g.state WHEN 'active' THEN u.username || ' ' || g.member_count ELSE g.state END
                    FROM study_groups g JOIN users u ON u.id = g.founder_id
                    ORDER BY 1 LIMIT 10
                    """))
        }
    }
}

extension Query where Output == Int {
    /// How many wait for what this connection has taken.
    fileprivate static var waiting: Self {
        .value("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))")
    }
}
