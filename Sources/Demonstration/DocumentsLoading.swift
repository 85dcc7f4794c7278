import FoundationEssentials
internal import Postgres

/// Documents that prove roles: some wait for the moderators, others were decided about.
struct DocumentsLoading {
    let world: Demonstration.World
    /// Keeps a file's bytes, and gives their SHA-256.
    let keep: (_ bytes: [UInt8]) throws -> [UInt8]

    private struct Document {
        let person: Int
        var state = "pending"
        var reason = ""
        /// Hours since it came, and since it was decided.
        let hours: Int
        var decidedHours: Int?
        /// Files are let go 30 days after the decision.
        var hasFile = true
    }

    func load(_ connection: Connection) throws {
        for (place, document) in documents.enumerated() {
            let person = world.people.persons[document.person]
            let bytes = paper(of: person).bytes
            let hash = document.hasFile ? try keep(bytes) : nil
            let came = world.clock.now - Int64(document.hours) * 3_600
            let decided = document.decidedHours.map { Date(seconds: world.clock.now - Int64($0) * 3_600) }
            if let hash {
                _ = try connection.fetch(
                    .execute(
                        """
                        INSERT INTO stored_files (hash, byte_size, touched_at)
                        VALUES (\(hash), \(bytes.count)::integer, \(Date(seconds: came)))
                        ON CONFLICT DO NOTHING
                        """))
            }
            _ = try connection.fetch(
                .execute(
                    """
                    INSERT INTO verifications (id, user_id, profile_type, document, file_hash, media_type, byte_size, state,
                        reason, decided_by, decided_at, created_at)
                    VALUES (\(world.documentID(place, at: came)), \(world.personID(Int32(document.person))),
                        \(person.type.rawValue), \(Self.kind(for: person.type)), \(hash), 'application/pdf',
                        \(bytes.count)::integer, \(document.state), \(document.reason),
                        \(decided.map { _ in world.personID(1) }), \(decided), \(Date(seconds: came)))
                    """))
        }
    }

    /// The faculty of the cast is confirmed; the rest are the first people of such types.
    private var documents: [Document] {
        let people = world.people.persons.indices.filter { place in
            let person = world.people.persons[place]
            return place >= NamePool.cast.count && person.state == .active && !person.isHeld && person.role == .member
                && person.university == 0 && [.alumni, .mentor, .staff].contains(person.type)
        }
        guard people.count >= 6 else { return [] }
        return [
            Document(person: 2, state: "approved", hours: 160, decidedHours: 140),
            Document(person: people[0], state: "approved", hours: 1_300, decidedHours: 1_280, hasFile: false),
            Document(
                person: people[1], state: "rejected",
                reason: "The letter ends in the middle: its second page is missing.",
                hours: 70, decidedHours: 50),
            Document(person: people[2], hours: 31), Document(person: people[3], hours: 9),
            Document(person: people[4], hours: 2),
        ]
    }

    private static func kind(for type: Person.ProfileType) -> String {
        type == .alumni ? "degree" : "employment_letter"
    }

    private func paper(of person: Person) -> Paper {
        let words = person.username.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let university = Campus.universities[person.university].name
        return Paper(
            lines: person.type == .alumni
                ? ["Certificate of a degree", words.joined(separator: " "), "Bachelor of Science", university]
                : [
                    "Letter of employment", words.joined(separator: " "), "has been working here since 2021.",
                    university,
                ])
    }
}
