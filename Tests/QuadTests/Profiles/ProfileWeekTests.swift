import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The week on a profile")
struct ProfileWeekTests {
    private static let week = Week([.tuesday: [36..<48], .friday: [60..<68]])
    private static let drawn = "When <bdi>Noor</bdi> is free"

    /// Visitors never do, whatever is stored.
    private static let reached: [Profile.Visibility: Set<ProfileReader>] = [
        .everyone: [.stranger, .student, .connection, .moderator],
        .university: [.student, .connection, .moderator], .connections: [.connection], .owner: [],
    ]

    @Test("who may see all of it sees it drawn and as a list, also without hours of their own", arguments: reached.keys)
    func readers(visibility: Profile.Visibility) throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            try campus.insertWeek(Self.week, of: owner)
            try campus.setSections(visibility, of: owner)
            for reader in ProfileReader.allCases where reader != .owner && reader != .blocked {
                let text = campus.get("/u/noor", as: try campus.reader(reader, of: owner)).text
                let isShown = Self.reached[visibility]?.contains(reader) == true
                #expect(text.contains(Self.drawn) == isShown, "\(reader) of a week for \(visibility)")
                #expect(text.contains("Free: ") == isShown)
                #expect(text.contains("<ul class=\"free-hours\">") == isShown)
            }
        }
    }

    @Test("who looks as others do sees the week exactly where they see it")
    func preview() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            try campus.insertWeek(Self.week, of: owner)
            let own = try campus.signIn(owner)
            let eyes: [(ProfileEyes, ProfileReader)] = [
                (.visitor, .visitor), (.student, .student), (.connection, .connection),
            ]
            for visibility in Profile.Visibility.allCases {
                try campus.setSections(visibility, of: owner)
                for (eyes, reader) in eyes {
                    let theirs = campus.get("/u/noor", as: try campus.reader(reader, of: owner)).text
                    let preview = campus.get("/u/noor?as=\(eyes.rawValue)", as: own).text
                    #expect(
                        preview.contains(Self.drawn) == theirs.contains(Self.drawn), "\(eyes), for \(visibility)")
                }
            }
        }
    }

    @Test("one's own profile draws one's own week, with who sees it")
    func own() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            let browser = try campus.signIn(owner)
            #expect(!campus.get("/u/noor", as: browser).text.contains("own-week"))
            try campus.insertWeek(Self.week, of: owner)
            let text = campus.get("/u/noor", as: browser).text
            #expect(text.contains("Free: Tue 9–12; Fri 15–17."))
            #expect(text.contains("Connections see this"))
            #expect(!text.contains("kept in the time of"))
        }
    }

    @Test("hours kept by another clock are shown in the reader's time, which is said")
    func zones() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            // Neither clock knows summer time: Honolulu is 19 hours behind Tokyo.
            try campus.insertWeek(Week([.wednesday: [20..<28]]), of: owner, zone: "Asia/Tokyo")
            try campus.setSections(.university, of: owner)
            let reader = try campus.insertUser("Bo Li")
            try campus.insertWeek(Week(), of: reader, zone: "Pacific/Honolulu")
            let text = campus.get("/u/noor", as: try campus.signIn(reader)).text
            #expect(text.contains("Free: Tue 10–12."))
            #expect(text.contains("In your time. Noor’s week is kept in the time of Tokyo."))
        }
    }

    @Test("two weeks without a common hour are drawn side by side for who may see all of both, and said to be apart")
    func apart() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            try campus.insertWeek(Self.week, of: owner)
            let mate = try campus.insertUser("Bo Li")
            try campus.insertWeek(Week([.monday: [36..<48]]), of: mate)
            try campus.insertCourse("CS 161", takenBy: [(owner, true), (mate, true)])
            let browser = try campus.signIn(mate)
            // A course mate sees shared hours alone, so nothing tells them that there are others.
            let before = campus.get("/u/noor", as: browser).text
            #expect(!before.contains("No hour is free") && !before.contains("shared-week"))
            try campus.connect(owner, mate)
            let text = campus.get("/u/noor", as: browser).text
            #expect(text.contains("No hour is free for both of you in a normal week"))
            #expect(text.contains("<bdi>Noor</bdi>’s hours as a list"))
            #expect(!text.contains(Self.drawn), "one picture is enough")
        }
    }

    @Test("a course mate sees the shared hours, and none of a week that is for its owner alone")
    func keptToOneself() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            let mate = try campus.insertUser("Bo Li")
            for person in [owner, mate] { try campus.insertWeek(Self.week, of: person) }
            try campus.insertCourse("CS 161", takenBy: [(owner, true), (mate, true)])
            let browser = try campus.signIn(mate)
            #expect(campus.get("/u/noor", as: browser).text.contains("shared-week"))
            try campus.run(
                "INSERT INTO profile_sections (user_id, section, visibility) VALUES (\(owner), 'availability', 'only_me')"
            )
            let text = campus.get("/u/noor", as: browser).text
            #expect(!text.contains("shared-week") && !text.contains("Tue 9"))
        }
    }

    @Test("the one action stands below what two people share, with its state in words")
    func action() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Noor Haddad", username: "noor")
            let mate = try campus.insertUser("Bo Li")
            try campus.insertCourse("CS 161", takenBy: [(owner, true), (mate, true)])
            let browser = try campus.signIn(mate)
            let page = campus.get("/u/noor", as: browser).text
            let share = try #require(page.firstRange(of: "What you share"))
            let action = try #require(page.firstRange(of: "Connect with Noor"))
            #expect(share.upperBound < action.lowerBound)
            try campus.run(
                """
                INSERT INTO connections (id, asker_id, asked_id, origin)
                VALUES (\(UUID()), \(mate), \(owner), 'search')
                """)
            let asked = campus.get("/u/noor", as: browser).text
            #expect(asked.contains("Asked today, no answer yet"))
            #expect(asked.contains("Take it back"))
        }
    }
}

extension TestCampus {
    func insertWeek(_ week: Week, of user: UUID, zone: String? = nil) throws {
        try run(
            """
            INSERT INTO study_habits (user_id, availability, time_zone) VALUES (\(user), \(week), \(zone))
            ON CONFLICT (user_id) DO UPDATE SET availability = excluded.availability, time_zone = excluded.time_zone
            """)
    }
}
