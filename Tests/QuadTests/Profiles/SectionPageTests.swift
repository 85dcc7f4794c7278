import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A section of a profile on the pages that show it")
struct SectionPageTests {
    /// Whether a page shows what its reader may see of a section; `nil` where it has no place for it.
    private static func shows(_ section: ProfileSection, _ text: String, to reader: ProfileReader) -> Bool? {
        switch section {
        case .about, .skills, .contact: text.contains("canary-\(section.rawValue)")
        case .details: text.contains("canary-details") && text.contains("study room")
        // One’s own stand in the settings.
        case .courses: reader == .owner ? nil : text.contains("CANARY 1")
        // Tuesday alone is what both are free; course mates see that whatever is chosen.
        case .availability: reader == .owner ? nil : text.components(separatedBy: "class=\"them\" x=").count > 2
        // Nothing goes with it yet.
        case .mentorship: nil
        }
    }

    /// Whom a visibility reaches.
    private static func reaches(_ visibility: Profile.Visibility, _ reader: ProfileReader) -> Bool {
        switch visibility {
        case .everyone: reader != .blocked
        case .university: [.student, .connection, .moderator, .owner].contains(reader)
        case .connections: [.connection, .owner].contains(reader)
        case .owner: reader == .owner
        }
    }

    static let cells = Profile.Visibility.allCases.flatMap { whole in
        ([nil] + Profile.Visibility.allCases.map(Optional.some)).map { (whole, $0) }
    }

    /// An owner who says something in every section, and takes a course that whoever looks takes, too.
    private struct Stage {
        let campus: TestCampus
        let owner: UUID
        let course: Course.ID

        init(_ campus: TestCampus, whole: Profile.Visibility, part: Profile.Visibility?) throws {
            self.campus = campus
            owner = try campus.insertUser("Owner", username: "owner", visibility: whole.rawValue)
            try campus.fillProfile(of: owner)
            course = try campus.addCourse("CANARY 1")
            try campus.addStudent(owner, in: course, isShown: true)
            try campus.setHabits(
                of: owner, week: Week([.tuesday: [36..<48], .friday: [60..<68]]),
                habits: StudyHabits(location: .studyRoom, style: .quiet, pace: .fast))
            if let part {
                for section in ProfileSection.allCases where section.choices.contains(part) {
                    try campus.run(
                        """
                        INSERT INTO profile_sections (user_id, section, visibility)
                        VALUES (\(owner), \(section.rawValue), \(part.rawValue))
                        """)
                }
            }
        }

        /// Somebody who takes the course, with hours and habits of their own.
        func browser(_ reader: ProfileReader) throws -> TestBrowser? {
            let browser = try campus.reader(reader, of: owner)
            guard let browser, reader != .owner else { return browser }
            let id = browser.member.id.rawValue
            try campus.addStudent(id, in: course, isShown: true)
            try campus.setHabits(
                of: id, week: Week([.tuesday: [36..<40]]),
                habits: StudyHabits(location: .library, style: .collaborative, pace: .slow))
            return browser
        }
    }

    @Test("profile: section × visibility × reader, never wider than the profile", arguments: cells)
    func profile(whole: Profile.Visibility, part: Profile.Visibility?) throws {
        try withCampus { campus in
            let stage = try Stage(campus, whole: whole, part: part)
            for reader in ProfileReader.allCases {
                let response = campus.get("/u/owner", as: try stage.browser(reader))
                let isOpen = reader == .owner || Self.reaches(whole, reader) || reader == .moderator
                #expect(response.status == (isOpen ? .ok : .notFound), "a \(whole) profile to \(reader)")
                for section in ProfileSection.allCases {
                    let chosen = part.flatMap { section.choices.contains($0) ? $0 : nil } ?? section.usual
                    let isShown = isOpen && Self.reaches(whole, reader) && Self.reaches(chosen, reader)
                    guard let shows = Self.shows(section, response.text, to: reader) else { continue }
                    #expect(shows == isShown, "\(section) for \(chosen) of a \(whole) profile to \(reader)")
                }
            }
        }
    }

    @Test("search finds nobody by what is not shown", arguments: cells)
    func search(whole: Profile.Visibility, part: Profile.Visibility?) throws {
        try withCampus { campus in
            let stage = try Stage(campus, whole: whole, part: part)
            for reader in ProfileReader.allCases {
                let browser = try stage.browser(reader)
                for section in [ProfileSection.about, .details, .skills, .contact] {
                    let text = campus.get("/search?scope=people&q=canary-\(section.rawValue)", as: browser).text
                    let isShown = Self.reaches(whole, reader) && Self.reaches(part ?? section.usual, reader)
                    #expect(
                        !text.contains("/u/owner") || isShown,
                        "\(section) \(part?.rawValue ?? "usual") of a \(whole) profile to \(reader)")
                    if [.details, .skills].contains(section) { #expect(text.contains("/u/owner") == isShown) }
                }
            }
        }
    }
}
