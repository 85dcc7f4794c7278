import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Who sees a section of a profile")
struct SectionVisibilityTests {
    /// Cell by cell: whom each visibility reaches.
    private static let reached: [Profile.Visibility: Set<ProfileReader>] = [
        .everyone: [.visitor, .stranger, .student, .connection, .moderator, .owner],
        .university: [.student, .connection, .moderator, .owner],
        .connections: [.connection, .owner],
        .owner: [.owner],
    ]

    @Test("section × visibility × reader, and never wider than the profile", arguments: ProfileSection.allCases)
    func cells(section: ProfileSection) throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            var onlookers: [(ProfileReader, Onlooker)] = []
            for reader in ProfileReader.allCases {
                let browser = try campus.reader(reader, of: owner)
                onlookers.append((reader, Onlooker(browser.map { .member($0.member) } ?? .visitor)))
            }
            for whole in Profile.Visibility.allCases {
                try campus.run("UPDATE users SET visibility = \(whole) WHERE id = \(owner)")
                for part in [nil] + Profile.Visibility.allCases.map(Optional.some) {
                    try campus.run("DELETE FROM profile_sections WHERE user_id = \(owner)")
                    if let part { try campus.setSections(part, of: owner) }
                    for (reader, onlooker) in onlookers {
                        let isShown = try campus.database.fetch(
                            Query<Bool>.value(
                                """
                                SELECT EXISTS (SELECT FROM users u WHERE u.id = \(owner)
                                    AND \(SQL.openProfile(for: onlooker)) AND \(SQL.shows(section, to: onlooker)))
                                """))
                        let expected =
                            Self.reached[whole]?.contains(reader) == true
                            && Self.reached[part ?? section.usual]?.contains(reader) == true
                        #expect(
                            isShown == expected,
                            "\(section) \(part?.rawValue ?? "usual") of a \(whole) profile to \(reader)")
                    }
                }
            }
        }
    }

    @Test("as usual: words to the university, ways to reach somebody and the week to connections")
    func usual() {
        #expect(ProfileSection.allCases.filter { $0.usual == .connections } == [.contact, .availability])
        #expect(ProfileSection.allCases.allSatisfy { $0.usual == .university || $0.usual == .connections })
        #expect(
            !ProfileSection.courses.choices.contains(.everyone)
                && !ProfileSection.availability.choices.contains(.everyone))
    }

    @Test(
        "the page shows what the rule says, and nothing else",
        arguments: [nil] + Profile.Visibility.allCases.map(Optional.some))
    func page(part: Profile.Visibility?) throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            try campus.fillProfile(of: owner)
            if let part { try campus.setSections(part, of: owner) }
            for reader in ProfileReader.allCases {
                let response = campus.get("/u/owner", as: try campus.reader(reader, of: owner))
                #expect(response.status == (reader == .blocked ? .notFound : .ok))
                for section in [ProfileSection.about, .details, .skills, .contact] {
                    let isShown = Self.reached[part ?? section.usual]?.contains(reader) == true
                    #expect(
                        response.text.contains("canary-\(section.rawValue)") == isShown,
                        "\(section) to \(reader) where parts are \(part?.rawValue ?? "as usual")")
                }
            }
        }
    }

    @Test(
        "an owner who looks as others do sees what they really see",
        arguments: [nil] + Profile.Visibility.allCases.map(Optional.some))
    func preview(part: Profile.Visibility?) throws {
        let eyes: [(ProfileEyes, ProfileReader)] = [
            (.visitor, .visitor), (.student, .student), (.connection, .connection),
        ]
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            try campus.fillProfile(of: owner)
            let hidden = try campus.insertCommunity("hidden", visibility: "private")
            try campus.add(owner, to: hidden)
            try campus.insertPost("Canary of members", in: hidden, by: owner)
            if let part { try campus.setSections(part, of: owner) }
            let own = try campus.signIn(owner)
            for whole in Profile.Visibility.allCases {
                try campus.run("UPDATE users SET visibility = \(whole) WHERE id = \(owner)")
                campus.application.pages.drop([.everything])
                for (eyes, reader) in eyes {
                    let theirs = campus.get("/u/owner", as: try campus.reader(reader, of: owner))
                    let preview = campus.get("/u/owner?as=\(eyes.rawValue)", as: own)
                    #expect(preview.status == .ok)
                    #expect(preview.text.contains("see nothing") == (theirs.status == .notFound))
                    for word in [
                        "canary-about", "canary-details", "canary-skills", "canary-contact", "canary-headline",
                    ] {
                        #expect(
                            preview.text.contains(word) == theirs.text.contains(word),
                            "\(word) as \(eyes) of a \(whole) profile with \(part?.rawValue ?? "usual") parts")
                    }
                    #expect(!preview.text.contains("Canary of members"))
                }
            }
            // For anybody else the address is the profile.
            #expect(
                !campus.get("/u/owner?as=connection", as: try campus.reader(.student, of: owner)).text.contains(
                    "what your connections see"))
        }
    }

    @Test("courses in common are shown where both show them, and where the owner lets them be")
    func courses() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            let mate = try campus.insertUser("Mate")
            try campus.insertCourse("BOTH 1", takenBy: [(owner, true), (mate, true)])
            try campus.insertCourse("THEIRS 2", takenBy: [(owner, true), (mate, false)])
            try campus.insertCourse("MINE 3", takenBy: [(owner, false), (mate, true)])
            try campus.insertCourse("ALONE 4", takenBy: [(owner, true)])
            let browser = try campus.signIn(mate)
            func shown() -> [String] {
                let text = campus.get("/u/owner", as: browser).text
                return ["BOTH 1", "THEIRS 2", "MINE 3", "ALONE 4"].filter(text.contains)
            }
            #expect(shown() == ["BOTH 1"])
            try campus.setSections(.connections, of: owner)
            #expect(shown() == [])
            try campus.connect(owner, mate)
            #expect(shown() == ["BOTH 1"])
            try campus.setSections(.owner, of: owner)
            #expect(shown() == [])
        }
    }

    @Test("course mates see the hours they share, connections the whole week, others none")
    func hours() throws {
        try withCampus { campus in
            let owner = try campus.insertUser("Owner", username: "owner")
            let mate = try campus.insertUser("Mate")
            let mornings = Week([Weekday.tuesday: [36..<48]])
            try campus.run(
                "INSERT INTO study_habits (user_id, availability) VALUES (\(owner), \(Week([.tuesday: [36..<48], .friday: [60..<68]])))"
            )
            try campus.run("INSERT INTO study_habits (user_id, availability) VALUES (\(mate), \(mornings))")
            let browser = try campus.signIn(mate)
            func bars() -> Int {
                campus.get("/u/owner", as: browser).text.components(separatedBy: "class=\"them\" x=").count - 1
            }
            #expect(!campus.get("/u/owner", as: browser).text.contains("both free"))
            try campus.insertCourse("CS 1", takenBy: [(owner, true), (mate, false)])
            #expect(campus.get("/u/owner", as: browser).text.contains("Tue 9–12"))
            #expect(bars() == 1)
            try campus.connect(owner, mate)
            #expect(bars() == 2)
            // Another wall clock says other hours.
            try campus.run("UPDATE study_habits SET time_zone = 'Asia/Tokyo' WHERE user_id = \(owner)")
            #expect(!campus.get("/u/owner", as: browser).text.contains("both free"))
        }
    }
}
