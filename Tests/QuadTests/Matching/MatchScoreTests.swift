import FoundationEssentials
import Postgres
import Testing

@testable import Quad

/// The score as DOMAIN.md words it, over plain arrays and with nothing of the program's own arithmetic.
private struct ReferenceScore {
    let weights: [Int]

    /// Most points of each part: proportional whole numbers that make 100, the largest remainders rounded up.
    var maxima: [Int] {
        let exact = weights.map { Double($0) * 100 / Double(weights.reduce(0, +)) }
        var floors = exact.map { Int($0 + 1e-9) }
        while floors.reduce(0, +) < 100 {
            var best = 0
            let rest = floors.indices.map { exact[$0] - Double(floors[$0]) }
            for index in rest.indices where rest[index] > rest[best] + 1e-9 { best = index }
            floors[best] += 1
        }
        return floors
    }

    func points(_ sharedQuarters: Int, _ mine: Person, _ theirs: Person) -> Int {
        let time = min(Double(sharedQuarters) / 4 / 6, 1)
        let either = [mine.location, theirs.location]
        let location = mine.location == theirs.location ? 1 : either.contains("any") ? 0.5 : 0
        let style = mine.style == theirs.style ? 1 : [mine.style, theirs.style].contains("mixed") ? 0.5 : 0
        let steps = ["slow": 0, "moderate": 1, "fast": 2]
        let apart = abs(steps[mine.pace, default: 9] - steps[theirs.pace, default: 9])
        let pace = [1, 0.5, 0][apart]
        let shares = [time, (location + style + pace) / 3, theirs.hasBio ? 1 : 0, theirs.hasPicture ? 1 : 0]
        return zip(maxima, shares).map { Int((Double($0) * $1 + 1e-9).rounded(.toNearestOrAwayFromZero)) }.reduce(0, +)
    }

    struct Person {
        let id: UUID
        let free: [Bool]
        let zone: String
        let location, style, pace: String
        let hasBio, hasPicture: Bool
        let joined: Date
    }

    /// Slots of the reader's week at some moment of which both are free, each by their own clock.
    static func shared(_ mine: Person, _ theirs: Person, _ zones: [String: ZoneOffsets], now: Date) -> Int {
        if mine.zone == theirs.zone { return zip(mine.free, theirs.free).count { $0 && $1 } }
        guard let here = zones[mine.zone], let there = zones[theirs.zone] else { return -1 }
        let moment = Int(now.timeIntervalSince1970)
        let wall = moment + here.offset(at: moment)
        // 1 January 1970 was a Thursday; weeks begin on Sunday.
        let week = ((wall / 86_400 + 4) / 7 * 7 - 4) * 86_400
        var found = Set<Int>()
        for quarter in -100..<(672 + 100) {
            let instant = week + quarter * 900
            let slot = (instant + here.offset(at: instant) - week) / 900
            guard instant + here.offset(at: instant) >= week, slot < 672 else { continue }
            let other = ((instant + there.offset(at: instant) - week) / 900 % 672 + 672) % 672
            // A clock behind the week's start divides towards zero, but whole quarter hours leave no rest.
            if mine.free[slot], theirs.free[other] { found.insert(slot) }
        }
        return found.count
    }
}

@Suite("Scoring matches")
struct MatchScoreTests {
    private static let zoneNames = [
        "America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "America/New_York", "UTC",
    ]

    @Test("the statement scores 10,000 random pairs as the reference does, in its order and page by page")
    func reference() throws {
        var random = SystemRandomNumberGenerator()
        let zones = try Dictionary(
            uniqueKeysWithValues: Self.zoneNames.map { ($0, try ZoneOffsets(named: $0)) })
        try withCampus { campus in
            let course = try campus.insertCourse()
            var people: [ReferenceScore.Person] = []
            for number in 0..<101 { people.append(try insert(number, in: course, campus, &random)) }
            var pairs = 0
            for mine in people.prefix(100) {
                // Some week of some year, those in which clocks change among them.
                let moment = Int.random(in: 1_750_000_000..<1_813_000_000, using: &random)
                let now = Date(timeIntervalSince1970: Double(moment))
                var weights = (0..<4).map { _ in Int.random(in: 0...50, using: &random) }
                if weights.allSatisfy({ $0 == 0 }) { weights[2] = 1 }
                let expected = people.filter { $0.id != mine.id }.map { theirs in
                    let shared = ReferenceScore.shared(mine, theirs, zones, now: now)
                    return (theirs, shared, ReferenceScore(weights: weights).points(shared, mine, theirs))
                }.sorted { a, b in
                    if a.2 != b.2 { return a.2 > b.2 }
                    return a.0.joined == b.0.joined ? a.0.id.uuidString < b.0.id.uuidString : a.0.joined < b.0.joined
                }
                var selection = MatchSelection(course)
                selection.filter.leastShared = 0
                selection.weights = MatchWeights(
                    time: weights[0], habits: weights[1], bio: weights[2], picture: weights[3])
                let found = try all(of: mine.id, selection, campus, now: now)
                #expect(found.map(\.id.rawValue) == expected.map(\.0.id))
                #expect(found.map(\.points) == expected.map(\.2))
                #expect(found.map(\.sharedQuarters) == expected.map(\.1))
                #expect(found.allSatisfy { $0.shared.quarters == $0.sharedQuarters })
                let scoring = MatchScoring(try campus.reader(mine.id).habits, weights: selection.weights ?? .usual)
                #expect(
                    found.allSatisfy {
                        scoring.score(sharedQuarters: $0.sharedQuarters, $0.traits).total == $0.points
                    })
                pairs += found.count
            }
            #expect(pairs == 10_000)
        }
    }

    private func all(
        of reader: UUID, _ selection: MatchSelection, _ campus: TestCampus, now: Date
    ) throws -> [Match] {
        var (selection, all): (MatchSelection, [Match]) = (selection, [])
        while true {
            let page = try campus.matches(of: reader, selection, now: now)
            all += page.prefix(MatchSelection.pageSize)
            guard page.count > MatchSelection.pageSize, let last = all.last else { return all }
            selection.after = last.cursor(in: selection.order)
        }
    }

    private func insert(
        _ number: Int, in course: UUID, _ campus: TestCampus, _ random: inout SystemRandomNumberGenerator
    ) throws -> ReferenceScore.Person {
        let share = Double.random(in: 0...0.3, using: &random)
        let free = (0..<672).map { _ in Double.random(in: 0..<1, using: &random) < share }
        func any(_ names: [String]) -> String { names[Int.random(in: names.indices, using: &random)] }
        let person = ReferenceScore.Person(
            id: UUID(), free: free, zone: any(Self.zoneNames),
            location: any(["library", "cafe", "home", "study_room", "any"]),
            style: any(["collaborative", "quiet", "mixed"]), pace: any(["slow", "moderate", "fast"]),
            hasBio: .random(using: &random),
            hasPicture: .random(using: &random),
            // Few moments, so that there are ties.
            joined: Date(timeIntervalSince1970: Double(1_700_000_000 + Int.random(in: 0..<20, using: &random))))
        let bits = free.map { $0 ? "1" : "0" }.joined()
        try campus.run(
            """
            INSERT INTO users (id, university_id, email, username, name, state, visibility, bio_source, picture, created_at)
            VALUES (\(person.id), \(campus.university), \("p\(number)@alderbay.example"), \("random\(number)"), 'Some One',
                'active', 'university', \(person.hasBio ? "Hello" : ""), \(person.hasPicture ? "pattern" : nil),
                \(person.joined))
            """)
        try campus.run(
            """
            INSERT INTO study_habits (user_id, availability, location, style, pace, time_zone)
            VALUES (\(person.id), (\(bits)::text)::bit(672), \(person.location), \(person.style), \(person.pace),
                \(person.zone))
            """)
        try campus.enrol(person.id, in: course)
        return person
    }

    @Test(
        "the most points of all parts make 100",
        arguments: [[40, 30, 20, 10], [1, 1, 1, 0], [1, 0, 0, 0], [7, 7, 7, 7], [100, 1, 1, 1], [3, 5, 7, 11]])
    func maxima(weights: [Int]) {
        let own = MatchWeights(time: weights[0], habits: weights[1], bio: weights[2], picture: weights[3])
        #expect(own.maxima.reduce(0, +) == 100)
        #expect(own.maxima == ReferenceScore(weights: weights).maxima)
    }

    @Test("the card of the drawing has its 13, 30, 20 and 10 points")
    func drawn() {
        let mine = StudyHabits(location: .library, style: .quiet, pace: .moderate)
        let score = MatchScoring(mine, weights: .usual).score(
            sharedQuarters: 8, MatchTraits(habits: mine, hasBio: true, hasPicture: true))
        #expect([score.time, score.habits, score.bio, score.picture].map(\.points) == [13, 30, 20, 10])
        #expect(score.total == 73)
    }
}
