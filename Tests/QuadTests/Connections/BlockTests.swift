import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("A block")
struct BlockTests {
    @Test("every page that could name somebody is walked through")
    func routes() {
        let listed = Set(Meeting.places.map(\.pattern)).union(Meeting.open.keys).union(Meeting.nameless)
        let all = Set([Route].all.filter { $0.method == .get }.map(\.pattern))
        #expect(all.subtracting(listed).isEmpty, "MeetingPlaces.swift has to say whether these pages name anybody")
        #expect(listed.subtracting(all).isEmpty, "these are gone")
    }

    @Test("hides each from the other everywhere", arguments: Meeting.Tie.allCases)
    func everywhere(tie: Meeting.Tie) throws {
        try withCampus { campus in
            let meeting = try Meeting(campus, tie: tie)
            let (ada, bo) = (meeting.ada, meeting.bo)
            let sides = [ada, bo].map(meeting.side)
            let before = try [ada, bo].map { try Self.paths(meeting, $0) }
            for (reader, side) in zip([ada, bo], sides) {
                for place in Meeting.places where place.sides.contains(side) {
                    try Self.check(meeting, reader, place, true)
                }
                #expect(campus.get(Self.photo(meeting, seenBy: reader), as: reader.browser).status == .ok)
            }
            #expect(campus.get("/blocks/new?to=canary.bo", as: ada.browser).text.contains("Block Bonifaz Canary?"))
            for _ in 0..<2 {
                #expect(campus.post("/blocks", [("to", "canary.bo")], as: ada.browser).status == .seeOther)
            }
            func checkApart() throws {
                for (reader, paths) in zip([ada, bo], before) {
                    for (path, isWords) in paths { Self.check(meeting, reader, path, false, isWords: isWords) }
                    #expect(campus.get(Self.photo(meeting, seenBy: reader), as: reader.browser).status == .notFound)
                }
            }
            try checkApart()
            #expect(campus.get("/connections/blocked", as: ada.browser).text.contains("Bonifaz"))
            #expect(!campus.get("/connections/blocked", as: bo.browser).text.contains("Adaline"))
            // Nor does making everything anew bring them together.
            try campus.perform(SuggestionRound())
            // Who is blocked cannot lift it, nor learn of it: it is as if there were nobody.
            _ = campus.post("/blocks/\(ada.id.uuidString.lowercased())/end", as: bo.browser)
            try checkApart()
            for form in ["/u/canary.ada/follows", "/u/canary.ada/mutes"] {
                #expect(campus.post(form, [("value", "1")], as: bo.browser).status == .notFound)
            }
            #expect(campus.post("/blocks", [("to", "canary.ada")], as: bo.browser).status == .notFound)
            #expect(campus.ask("canary.ada", as: bo).status == .notFound)
            #expect(
                campus.get("/u/canary.ada", as: bo.browser).text.replacing("canary.ada", with: "x")
                    == campus.get("/u/nobody", as: bo.browser).text.replacing("nobody", with: "x"))
            for _ in 0..<2 {
                _ = campus.post("/blocks/\(bo.id.uuidString.lowercased())/end", as: ada.browser)
            }
            try campus.perform(SuggestionRound())
            for (reader, side) in zip([ada, bo], sides) {
                for place in Meeting.places where place.comesBack && place.sides.contains(side) {
                    try Self.check(meeting, reader, place, true)
                }
            }
            #expect(try campus.number("SELECT count(*) FROM blocks") == 0)
        }
    }

    /// Everywhere that one of the two looks.
    private static func paths(_ meeting: Meeting, _ reader: TestPerson) throws -> [(String, isWords: Bool)] {
        let places = Meeting.places.filter { meeting.tie != .none || !$0.pattern.contains(":connection") }
        return try places.map { (try $0.path(meeting, reader, meeting.other(than: reader)), $0.isWords) }
            + Meeting.nameless.sorted().map { (meeting.address(of: $0, by: reader), false) }
    }

    private static func photo(_ meeting: Meeting, seenBy reader: TestPerson) -> String {
        AttachmentPaths.photo(Attachment.ID(rawValue: meeting.photo(of: meeting.other(than: reader))))
    }

    private static func check(
        _ meeting: Meeting, _ reader: TestPerson, _ place: Meeting.Place, _ expected: Bool
    ) throws {
        check(meeting, reader, try place.path(meeting, reader, meeting.other(than: reader)), expected)
    }

    /// Whether a page tells of the other, by whatever sign. Words stay under their author’s name, which leads nowhere:
    /// everybody else reads it there, and who no longer did would know why.
    private static func check(
        _ meeting: Meeting, _ reader: TestPerson, _ path: String, _ expected: Bool, isWords: Bool = false
    ) {
        let text = meeting.campus.get(path, as: reader.browser).text
        let signs = Meeting.signs(of: meeting.other(than: reader)).dropFirst(isWords ? 1 : 0)
        let found = signs.filter { !path.contains($0) && text.contains($0) }
        #expect(
            found.isEmpty != expected,
            "\(path) to \(reader.username), \(meeting.tie): \(found.isEmpty ? "nothing" : found.joined(separator: ", "))"
        )
    }

    @Test("leaves words in a talk, closed for who blocked, and tells the other nothing")
    func words() throws {
        try withCampus { campus in
            let (ada, bo) = (try campus.person("Ada Park", "ada"), try campus.person("Bo Li", "bo.li"))
            let community = try campus.insertCommunity()
            let post = try campus.insertPost("Shown", in: community, by: ada.id)
            try campus.insertComment("Of Bo", on: post, by: bo.id, number: 1)
            try campus.insertComment("Of Ada", on: post, by: ada.id, number: 2)
            _ = campus.post("/blocks", [("to", "bo.li")], as: ada.browser)
            let own = campus.get("/c/algorithms/1/shown", as: ada.browser).text
            #expect(own.contains("A comment by someone you blocked.") && own.contains("Of Bo"))
            #expect(!own.contains("/u/bo.li"))
            let theirs = campus.get("/c/algorithms/1/shown", as: bo.browser).text
            #expect(!theirs.contains("someone you blocked") && theirs.contains("Of Ada"))
            #expect(!theirs.contains(#"href="/u/ada""#))
        }
    }

    @Test("does not hide members from who keeps the community, nor profiles from site moderators")
    func keepers() throws {
        try withCampus { campus in
            let bo = try campus.person("Bo Li", "bo.li")
            let keeper = try campus.person("Kim", "kim.k")
            let moderator = try campus.person("Mo", "mo.mo", role: "moderator")
            let community = try campus.insertCommunity()
            try campus.add(keeper.id, to: community, as: .owner)
            try campus.add(bo.id, to: community)
            for person in [keeper, moderator] {
                _ = campus.post("/blocks", [("to", person.username)], as: bo.browser)
            }
            #expect(try campus.number("SELECT count(*) FROM blocks WHERE is_own") == 2)
            #expect(campus.get("/c/algorithms/members", as: keeper.browser).text.contains("Bo Li"))
            #expect(!campus.get("/c/algorithms/members", as: bo.browser).text.contains("Kim"))
            #expect(campus.get("/u/bo.li", as: moderator.browser).status == .ok)
            #expect(campus.get("/u/bo.li", as: keeper.browser).status == .notFound)
            #expect(campus.ask("bo.li", as: moderator).status == .notFound)
        }
    }

    @Test("by both stays until both lift it, and both at once make one")
    func both() throws {
        try withCampus { campus in
            for round in 0..<8 {
                let ada = try campus.person("Ada Park", "ada\(round)")
                let bo = try campus.person("Bo Li", "bo\(round)")
                _ = campus.postAtOnce([
                    ("/blocks", [("to", bo.username)], ada.browser), ("/blocks", [("to", ada.username)], bo.browser),
                ])
                #expect(try campus.number("SELECT count(*) FROM blocks WHERE user_id IN (\(ada.id), \(bo.id))") == 2)
                try campus.run("UPDATE blocks SET is_own = true WHERE user_id IN (\(ada.id), \(bo.id))")
                if round % 2 == 1 {
                    // Both at the same moment.
                    _ = campus.postAtOnce([
                        ("/blocks/\(bo.id.uuidString.lowercased())/end", [], ada.browser),
                        ("/blocks/\(ada.id.uuidString.lowercased())/end", [], bo.browser),
                    ])
                    #expect(
                        try campus.number("SELECT count(*) FROM blocks WHERE user_id IN (\(ada.id), \(bo.id))") == 0)
                    continue
                }
                _ = campus.post("/blocks/\(bo.id.uuidString.lowercased())/end", as: ada.browser)
                #expect(campus.get("/u/\(ada.username)", as: bo.browser).status == .notFound)
                _ = campus.post("/blocks/\(ada.id.uuidString.lowercased())/end", as: bo.browser)
                #expect(campus.get("/u/\(ada.username)", as: bo.browser).status == .ok)
            }
        }
    }
}
