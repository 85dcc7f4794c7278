import Cryptography
import FoundationEssentials
import Postgres
import Testing

@testable import Quad

/// Two people who come upon each other wherever people do, both ways, and two more who know them: what tests of blocks
/// and holds walk through. Whatever tells of one of them holds one of their `signs`.
struct Meeting {
    /// What is between the two.
    enum Tie: CaseIterable {
        case none, asked, connected
    }

    /// What is between them as one of the two has it.
    enum Side: CaseIterable {
        case none, hasAsked, isAsked, connected
    }

    let campus: TestCampus
    let tie: Tie
    let ada: TestPerson
    let bo: TestPerson
    let third: TestPerson
    let course: Course.ID
    private let fourth: TestPerson
    private let algorithms: TestCommunity

    init(_ campus: TestCampus, tie: Tie) throws {
        (self.campus, self.tie) = (campus, tie)
        ada = try campus.person("Adaline Canary", "canary.ada", visibility: "public")
        bo = try campus.person("Bonifaz Canary", "canary.bo", visibility: "public")
        third = try campus.person("Third", "third", visibility: "public")
        fourth = try campus.person("Fourth", "fourth", visibility: "public")
        algorithms = try campus.insertCommunity()
        course = try campus.addCourse()
        try tellOfThem()
        try putIntoCommunities()
        try putIntoCourse()
        try putIntoGroups()
        try join()
        try campus.perform(SuggestionRound())
    }

    func other(than reader: TestPerson) -> TestPerson { reader.id == ada.id ? bo : ada }

    func side(of reader: TestPerson) -> Side {
        switch tie {
        case .none: .none
        case .asked: reader.id == ada.id ? .hasAsked : .isAsked
        case .connected: .connected
        }
    }

    /// What nobody else's page holds.
    static func signs(of person: TestPerson) -> [String] {
        [
            person.username == "canary.ada" ? "Adaline" : "Bonifaz", "headline-\(person.username)", person.username,
            fixed(person, 1).uuidString.lowercased(),
        ]
    }
}

extension Meeting {
    private func tellOfThem() throws {
        for person in [ada, bo] {
            try campus.run(
                "UPDATE users SET headline = \("headline-\(person.username)"), bio_source = 'Tea' WHERE id = \(person.id)"
            )
            let bytes: [UInt8] = [person.id == ada.id ? 1 : 2]
            let hash = Hash.sha256(bytes)
            try campus.run("INSERT INTO stored_files (hash, byte_size) VALUES (\(hash), 1)")
            try campus.run(
                """
                INSERT INTO attachments (id, uploader_id, file_hash, media_type, byte_size, width, height, name, photo_of)
                VALUES (\(photo(of: person)), \(person.id), \(hash), 'image/jpeg', 1, 256, 256, 'photo', \(person.id))
                """)
            try campus.application.storage.put(bytes, as: ContentHash(bytes: hash))
            try campus.run(
                "UPDATE users SET picture = 'photo', photo_id = \(photo(of: person)) WHERE id = \(person.id)")
            try campus.connect(person.id, third.id)
            try campus.connect(person.id, fourth.id)
        }
        try campus.run("INSERT INTO skills (slug, name) VALUES ('trees', 'Trees') ON CONFLICT DO NOTHING")
        for person in [ada, bo, third] {
            try campus.run("INSERT INTO user_skills (user_id, skill, level) VALUES (\(person.id), 'trees', 3)")
        }
        for (one, other) in [(ada, third), (bo, third)] {
            try campus.run(
                "INSERT INTO endorsements (user_id, skill, endorser_id) VALUES (\(other.id), 'trees', \(one.id))")
        }
    }

    private func putIntoCommunities() throws {
        for person in [third, fourth] { try campus.add(person.id, to: algorithms) }
        for (number, person) in [(1, ada), (2, bo)] {
            try campus.add(person.id, to: algorithms)
            let post = post(of: person)
            try campus.insertPost("Shown", in: algorithms, by: person.id, number: number, tags: ["trees"], id: post)
            try campus.insertComment(on: post, by: other(than: person).id, number: 1)
            try campus.insertComment(on: post, by: person.id, number: 2, id: comment(of: person))
            let own = try campus.insertCommunity(community(of: person))
            try campus.add(person.id, to: own, as: .owner)
            try campus.add(other(than: person).id, to: own)
            let door = try campus.insertCommunity("door-" + community(of: person), visibility: "private")
            try campus.add(person.id, to: door, as: .owner)
            try campus.run(
                """
                INSERT INTO invitations (id, community_id, username, user_id, invited_by)
                VALUES (\(UUIDv7.generate()), \(door.id), \(other(than: person).username), \(other(than: person).id),
                    \(person.id))
                """)
            try campus.run(
                """
                INSERT INTO bookmarks (id, user_id, post_id)
                VALUES (\(UUIDv7.generate()), \(other(than: person).id), \(post))
                """)
            try campus.run(
                """
                INSERT INTO \(SQL.attention(tie == .asked)) (id, user_id, person_id)
                VALUES (\(UUIDv7.generate()), \(person.id), \(other(than: person).id))
                """)
        }
    }

    private func putIntoCourse() throws {
        for person in [ada, bo, third, fourth] {
            try campus.setHabits(
                of: person.id, week: .on(Weekday.allCases, 0..<96),
                habits: StudyHabits(location: .library, style: .quiet, pace: .fast))
            try campus.addStudent(person.id, in: course, isShown: true)
        }
    }

    private func putIntoGroups() throws {
        for person in [ada, bo] {
            for (id, state) in [(group(of: person), "member"), (invitation(by: person), "invited")] {
                try campus.run(
                    """
                    INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count,
                        time_zone, member_count)
                    VALUES (\(id), \(course), 'Heaps and coffee', \(person.id), 360, 8, 'UTC', 3)
                    """)
                try campus.run(
                    """
                    INSERT INTO study_group_members (group_id, user_id, state, invited_by)
                    VALUES (\(id), \(person.id), 'member', NULL), (\(id), \(third.id), 'member', \(person.id)),
                        (\(id), \(other(than: person).id), \(state), \(person.id))
                    """)
            }
        }
    }

    private func join() throws {
        switch tie {
        case .none: break
        case .asked: try campus.connect(ada.id, bo.id, state: "pending")
        case .connected: try campus.connect(ada.id, bo.id)
        }
    }
}

extension Meeting {
    func photo(of person: TestPerson) -> UUID { Self.fixed(person, 1) }
    func post(of person: TestPerson) -> UUID { Self.fixed(person, 2) }
    func comment(of person: TestPerson) -> UUID { Self.fixed(person, 3) }
    func group(of person: TestPerson) -> UUID { Self.fixed(person, 4) }
    func invitation(by person: TestPerson) -> UUID { Self.fixed(person, 5) }
    func community(of person: TestPerson) -> String { "of-" + person.username.suffix(2) }

    private static func fixed(_ person: TestPerson, _ kind: UInt8) -> UUID {
        UUID(uuid: (1, 147, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, kind, 0, person.username == "canary.ada" ? 1 : 2))
    }
}

extension SQL {
    fileprivate static func attention(_ mutes: Bool) -> SQL { mutes ? "mutes" : "follows" }
}
