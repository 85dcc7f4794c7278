import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("What is done about somebody who is hidden")
struct HiddenAnswerTests {
    enum Reason: CaseIterable {
        /// Not hidden at all: then what is done differs.
        case none
        case held, deleted, suspended, deactivated, onlyMe, blocksReader

        func apply(_ campus: TestCampus, to hidden: UUID, from reader: UUID) throws {
            switch self {
            case .none: break
            case .held: try campus.run("UPDATE users SET is_held = true WHERE id = \(hidden)")
            case .deleted, .suspended, .deactivated:
                try campus.run("UPDATE users SET state = \("\(self)") WHERE id = \(hidden)")
            case .onlyMe: try campus.run("UPDATE users SET visibility = 'only_me' WHERE id = \(hidden)")
            case .blocksReader: try campus.keepApart(hidden, reader)
            }
        }
    }

    /// Somebody as forms name them.
    private struct Named {
        let username: String
        let id: String
    }

    private static func forms(_ who: Named, course: String, group: String) -> [(
        String, [(name: String, value: String)]
    )] {
        let new = "01930000-0000-7000-8000-0000000000aa"
        return [
            ("/connections", TestCampus.request(to: who.username, id: UUID())),
            ("/u/\(who.username)/follows", [("value", "1")]), ("/u/\(who.username)/mutes", [("value", "1")]),
            ("/hidden-people", [("person", who.username)]),
            ("/hidden-people", [("person", who.username), ("to", "/matches/\(course)")]),
            ("/hidden-people/end", [("person", who.username)]),
            (
                "/groups",
                [("id", new), ("course", course), ("start", "360"), ("count", "8"), ("person", "third")]
                    + [("person", who.username)]
            ),
            ("/groups/\(group)/invitations", [("person", who.username)]),
            ("/c/algorithms/invitations", [("username", who.username)]),
            ("/connections/suggestions/\(who.id)/dismissal", []),
            ("/blocks", [("to", who.username)]), ("/blocks/\(who.id)/end", []),
        ]
    }

    /// Whether a form may say the same in any case.
    private static func isQuiet(_ form: String) -> Bool {
        form.hasPrefix("/hidden-people") || form.hasSuffix("/end") || form.hasSuffix("/dismissal")
            || form == "/c/algorithms/invitations"
    }

    @Test("is answered as for nobody at all", arguments: Reason.allCases)
    func answers(reason: Reason) throws {
        try withCampus { campus in
            let (mate, third) = (try campus.person("Mate", "mate"), try campus.person("Third", "third"))
            let hidden = try campus.person("Hidden", "zz.hidden")
            let course = try campus.addCourse()
            for person in [mate, third, hidden, try campus.person("Fourth", "fourth")] {
                try campus.setHabits(of: person.id, week: .on([.wednesday], 72..<80))
                try campus.addStudent(person.id, in: course, isShown: true)
            }
            let community = try campus.insertCommunity(visibility: "private")
            try campus.add(mate.id, to: community, as: .owner)
            let group = UUIDv7.generate()
            try campus.run(
                """
                INSERT INTO study_groups (id, course_id, name, founder_id, starts_at_quarter, quarter_count, time_zone,
                    member_count)
                VALUES (\(group), \(course), 'Heaps and coffee', \(mate.id), 360, 8, 'America/Los_Angeles', 1)
                """)
            try campus.run(
                "INSERT INTO study_group_members (group_id, user_id, state) VALUES (\(group), \(mate.id), 'member')")
            try reason.apply(campus, to: hidden.id, from: mate.id)

            let nobody = Named(username: "zz.nobody", id: UUIDv7.generate().uuidString.lowercased())
            let somebody = Named(username: "zz.hidden", id: hidden.id.uuidString.lowercased())
            let groupText = group.uuidString.lowercased()
            func answers(_ who: Named) -> [(form: String, answer: String)] {
                Self.forms(who, course: course.text, group: groupText).map { path, fields in
                    let response = campus.post(path, fields, as: mate.browser)
                    let answer = "\(response.status.code) \(response["Location"] ?? "") \(response["Set-Cookie"] ?? "")"
                    return (
                        path,
                        (answer + response.text).replacing(who.username, with: "WHO").replacing(who.id, with: "ID")
                            .replacing(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "ID")
                    )
                }
            }
            for (one, other) in zip(answers(somebody), answers(nobody)) {
                if reason != .none {
                    #expect(one.answer == other.answer, "\(one.form), \(reason)")
                } else if !Self.isQuiet(one.form) {
                    #expect(one.answer != other.answer, "\(one.form) is no test of anything")
                }
            }
        }
    }
}
