import Testing
import TestSupport

/// The tests here start the whole program and harm what it stands on; one at a time, as they watch the clock.
@Suite("The whole program", .serialized)
enum WholeProgram {}

extension WholeProgram {
    @Suite("While Postgres is away")
    struct PostgresAwayTests {
        @Test(
            "stopped under load: quick 503s, kept pages go on even when old, and all is well within 2 s of its return")
        func stopped() throws {
            try withOwnPostgres { installation, postgres in
                let quad = try installation.serve()
                #expect(try quad.get(Installation.community).status == 200)
                let kept = ContinuousClock.now
                var away = ContinuousClock.now
                var back = away
                let visits = try Visitors.read([Installation.community, Installation.rendered], from: quad.port) {
                    sleep(.milliseconds(300))
                    try postgres.stop()
                    away = .now
                    let readiness = try quad.get("/readyz")
                    #expect(readiness.status == 503)
                    #expect(readiness.text.contains("postgres: away"))
                    #expect(try quad.get("/healthz").status == 200)
                    // Past the ten seconds for which a kept page is fresh.
                    sleep(.milliseconds(10_500) - (.now - kept))
                    try postgres.start()
                    back = .now
                    sleep(.milliseconds(2_500))
                }
                expectGrace(visits, away: away, back: back)
                #expect(quad.process.isRunning)
            }
        }

        @Test("killed with its sessions under load: the same")
        func killed() throws {
            try withOwnPostgres { installation, postgres in
                let quad = try installation.serve()
                #expect(try quad.get(Installation.community).status == 200)
                var away = ContinuousClock.now
                var back = away
                let visits = try Visitors.read([Installation.community, Installation.rendered], from: quad.port) {
                    sleep(.milliseconds(300))
                    postgres.kill()
                    away = .now
                    sleep(.milliseconds(1_000))
                    try postgres.start()
                    back = .now
                    sleep(.milliseconds(2_500))
                }
                expectGrace(visits, away: away, back: back)
                #expect(quad.process.isRunning)
            }
        }

        @Test(
            "frozen: every request is answered in 6.5 s, later ones at once, and all is well within 2 s of its return")
        func frozen() throws {
            try withOwnPostgres { installation, postgres in
                let quad = try installation.serve()
                #expect(try quad.get(Installation.community).status == 200)
                var (frozen, back) = (ContinuousClock.now, ContinuousClock.now)
                // More readers than workers: some wait in the queue behind those that Postgres keeps waiting.
                let visits = try Visitors.read([Installation.rendered], from: quad.port, count: 24) {
                    sleep(.milliseconds(300))
                    postgres.freeze()
                    frozen = .now
                    sleep(.milliseconds(7_500))
                    let asked = ContinuousClock.now
                    let health = try quad.get("/healthz")
                    #expect(health.status == 200)
                    #expect(.now - asked < .milliseconds(500))
                    postgres.thaw()
                    back = .now
                    sleep(.milliseconds(2_500))
                }
                #expect(
                    visits.allSatisfy { $0.status == 200 || $0.status == 503 && $0.retryAfter != nil }, visits.summary)
                #expect(visits.map(\.duration).max() ?? .zero < .milliseconds(6_500), visits.summary)
                // Once the silence is known, one at a time tries whether it is over.
                let known = visits.filter { $0.begun > frozen + .milliseconds(6_500) && $0.begun < back }
                #expect(known.count > 50)
                #expect(known.filter { $0.duration > .milliseconds(500) }.count <= 2, known.summary)
                let late = visits.filter { $0.begun > back + .seconds(2) }
                #expect(late.count > 10)
                #expect(late.allSatisfy { $0.status == 200 })
                #expect(quad.process.isRunning)
            }
        }
    }
}

/// Nothing lost, quick refusals, kept pages served throughout, and full recovery.
private func expectGrace(
    _ visits: [Visitors.Visit], away: ContinuousClock.Instant, back: ContinuousClock.Instant,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let refused = visits.filter { $0.status == 503 }
    #expect(visits.allSatisfy { $0.status == 200 || $0.status == 503 }, visits.summary, sourceLocation: sourceLocation)
    #expect(
        refused.allSatisfy { $0.retryAfter != nil && $0.duration < .seconds(1) }, refused.summary,
        sourceLocation: sourceLocation)
    let kept = visits.filter { $0.target == Installation.community }
    #expect(kept.count > 50, sourceLocation: sourceLocation)
    #expect(kept.allSatisfy { $0.status == 200 }, sourceLocation: sourceLocation)
    let meanwhile = visits.filter {
        $0.target == Installation.rendered && $0.begun > away && $0.begun + $0.duration < back - .milliseconds(200)
    }
    #expect(meanwhile.count > 10, sourceLocation: sourceLocation)
    #expect(meanwhile.allSatisfy { $0.status == 503 }, sourceLocation: sourceLocation)
    let late = visits.filter { $0.begun > back + .seconds(2) }
    #expect(late.count > 10, sourceLocation: sourceLocation)
    #expect(late.allSatisfy { $0.status == 200 }, late.summary, sourceLocation: sourceLocation)
}
