import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Two decisions about one connection at the same moment")
struct AtOnceTests {
    private static let rounds = 12

    /// How many are connected in one table and not in the other, or blocked and not parted.
    private static let halfDone: SQL = """
        SELECT (SELECT count(*) FROM connections k
                WHERE k.state = 'accepted' AND (SELECT count(*) FROM acquaintances a WHERE a.connection_id = k.id) <> 2)
            + (SELECT count(*) FROM acquaintances a
                WHERE NOT EXISTS (SELECT FROM connections k WHERE k.id = a.connection_id AND k.state = 'accepted'))
            + (SELECT count(*) FROM connections k JOIN blocks b ON b.user_id = k.asker_id AND b.other_id = k.asked_id
                WHERE k.state IN ('pending', 'accepted'))
        """

    @Test("accepting and taking back leave one of the two")
    func takenBack() throws {
        try withCampus { campus in
            for round in 0..<Self.rounds {
                let ada = try campus.person("Ada Park", "ada\(round)")
                let bo = try campus.person("Bo Li", "bo\(round)")
                campus.ask(bo.username, as: ada)
                let path = try campus.connection(between: ada.id, and: bo.id)
                let statuses = campus.postAtOnce([
                    (path + "/acceptance", [], bo.browser), (path + "/cancellation", [], ada.browser),
                ])
                let state = try campus.state(between: ada.id, and: bo.id)
                #expect(state == ["accepted"] || state == ["cancelled"])
                #expect(statuses.allSatisfy { [303, 409].contains($0) } && statuses.contains(303))
            }
            #expect(try campus.number(Self.halfDone) == 0)
        }
    }

    enum Meanwhile: CaseIterable {
        case asking, accepting
    }

    @Test("a block parts the two, whatever the other does meanwhile", arguments: Meanwhile.allCases)
    func blocked(meanwhile: Meanwhile) throws {
        try withCampus { campus in
            for round in 0..<Self.rounds {
                let ada = try campus.person("Ada Park", "ada\(round)")
                let bo = try campus.person("Bo Li", "bo\(round)")
                let block = (target: "/blocks", fields: [(name: "to", value: bo.username)], as: ada.browser)
                switch meanwhile {
                case .asking:
                    _ = campus.postAtOnce([
                        block, (target: "/connections", fields: TestCampus.request(to: ada.username), as: bo.browser),
                    ])
                case .accepting:
                    campus.ask(bo.username, as: ada)
                    let path = try campus.connection(between: ada.id, and: bo.id)
                    _ = campus.postAtOnce([block, (target: path + "/acceptance", fields: [], as: bo.browser)])
                }
                #expect(
                    try campus.number("SELECT count(*) FROM blocks WHERE user_id = \(ada.id) AND is_own") == 1)
            }
            #expect(try campus.number(Self.halfDone) == 0)
        }
    }
}
