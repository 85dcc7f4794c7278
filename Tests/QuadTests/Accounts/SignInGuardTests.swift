import Cryptography
import FoundationEssentials
import HTTPServer
import Redis
import TestSupport
import Testing

@testable import Quad

@Suite("Guarding an account’s password")
struct SignInGuardTests {
    private func somebody() throws -> String { "p" + UUID().uuidString.lowercased().prefix(12) }

    @Test("ten tries in five minutes are free, then waits double from 30 seconds to 15 minutes")
    func waits() {
        var tries = SignInTries()
        var now = 10_000_000
        for _ in 1...9 { #expect(tries.count(at: now, limit: 10) == .counted(isLast: false)) }
        for seconds in [30, 60, 120, 240, 480, 900, 900] {
            #expect(tries.count(at: now, limit: 10) == .counted(isLast: true))
            #expect(tries.count(at: now, limit: 10) == .refused(wait: seconds * 1_000))
            now += seconds * 1_000
        }
        now += SignInTries.memory + 1
        #expect(tries.count(at: now, limit: 10) == .counted(isLast: false))
    }

    @Test("slow guessing of nine in five minutes never waits; ten in any five minutes do")
    func window() {
        var tries = SignInTries()
        for number in 0..<9 { _ = tries.count(at: 1_000 * number, limit: 10) }
        #expect(tries.count(at: 300_500, limit: 10) == .counted(isLast: false))
        #expect(tries.count(at: 300_600, limit: 10) == .counted(isLast: true))
    }

    @Test("a clock set back by a day keeps nobody out")
    func clockSetBack() {
        var tries = SignInTries()
        for _ in 1...10 { _ = tries.count(at: 100_000_000, limit: 10) }
        #expect(tries.count(at: 100_000_000 - 86_400_000, limit: 10) == .counted(isLast: true))
    }

    @Test("Redis counts as the process does: tries, waits, and what is taken back")
    func redis() throws {
        let client = Client(try RedisConfiguration(url: try TestRedis.url))
        let key = SignInGuard.key(try EmailAddress("\(try somebody())@alderbay.example"), nil)
        var tries = SignInTries()
        for step in 1...9 {
            let count = try SignInCount(client.send(.countSignIn(key, limit: 5)))
            switch (count.outcome, tries.count(at: count.time == 0 ? 1 : count.time, limit: 5)) {
            case (.counted(let one), .counted(let other)): #expect(one == other, "step \(step)")
            case (.refused(let one), .refused(let other)): #expect(abs(one - other) < 2_000, "step \(step)")
            default: Issue.record("step \(step) differs")
            }
            if step.isMultiple(of: 3), case .counted(let isLast) = count.outcome {
                _ = try client.send(.takeBackSignIn(key, time: count.time, isLast: isLast))
                tries.takeBack(count.time, isLast: isLast)
            }
        }
        let left = try #require(try client.send(.timeToLive(key)))
        #expect(left > .zero && left < .seconds(4_600))
        _ = try client.send(.delete(key))
    }

    @Test("after ten wrong passwords anyone waits, with and without an account, but the owner’s known browser does not")
    func owner() throws {
        try withCampus {
            $0.limits.signInsPerAccount = 10
        } _: { campus in
            let (name, nobody) = (try somebody(), try somebody())
            try campus.insertAccount(name)
            let owner = TestVisitor(campus)
            #expect(owner.post("/sign-in", Typed.signIn(name)).status == .seeOther)
            var looks: [Set<String>] = []
            for target in [name, nobody] {
                let strangers = (0..<12).map { _ in
                    TestVisitor(campus).post("/sign-in", Typed.signIn(target, "wrong password"))
                }
                #expect(strangers.map(\.status.code) == Array(repeating: 422, count: 10) + [429, 429])
                #expect(strangers.last?.text.contains("You can go on in 30 seconds") == true)
                #expect(strangers.last?["Retry-After"] == "30")
                #expect(strangers.last?.text.contains("value=\"\(target)@") == true)
                looks.append(Set(strangers.map { appearance($0, without: target) }))
            }
            #expect(looks[0] == looks[1])
            // The right password does not help a stranger, and the owner is let in where they are known.
            #expect(TestVisitor(campus).post("/sign-in", Typed.signIn(name)).status == .tooManyRequests)
            #expect(owner.post("/sign-in", Typed.signIn(name)).status == .seeOther)
            // A browser in which somebody else is known is a stranger’s.
            let other = TestVisitor(campus)
            try campus.insertAccount("neighbour")
            _ = other.post("/sign-in", Typed.signIn("neighbour"))
            #expect(other.post("/sign-in", Typed.signIn(name)).status == .tooManyRequests)
        }
    }

    @Test("right passwords are no tries")
    func takenBack() throws {
        try withCampus {
            $0.limits.signInsPerAccount = 3
        } _: { campus in
            let name = try somebody()
            try campus.insertAccount(name)
            for _ in 0..<8 {
                #expect(TestVisitor(campus).post("/sign-in", Typed.signIn(name)).status == .seeOther)
            }
        }
    }

    @Test("without Redis the process counts by itself, half as many")
    func redisAway() throws {
        let nowhere = try RedisConfiguration(url: "unix:///nowhere")
        try withCampus { settings in
            (settings.redis, settings.limits.signInsPerAccount) = (nowhere, 10)
        } _: { campus in
            try campus.insertAccount("known.person")
            let codes = (0..<6).map { _ in
                TestVisitor(campus).post("/sign-in", Typed.signIn("known.person", "wrong")).status.code
            }
            #expect(codes == [422, 422, 422, 422, 422, 429])
        }
    }

    @Test("from one network twenty tries in five minutes, whatever the account; the form says when to come back")
    func network() throws {
        try withCampus {
            $0.limits.signInsPerAddress = 3
        } _: { campus in
            let client = "2001:db8:\(String(Int.random(in: 1...65_000), radix: 16)):1::1"
            let codes = try (0..<4).map { _ in
                TestVisitor(campus, client: client).post("/sign-in", Typed.signIn(try somebody())).status.code
            }
            #expect(codes == [422, 422, 422, 429])
        }
    }
}
