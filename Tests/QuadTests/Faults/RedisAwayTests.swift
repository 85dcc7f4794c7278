import Redis
import TestSupport
import Testing

extension WholeProgram {
    @Suite("While Redis is away")
    struct RedisAwayTests {
        enum Fault: CaseIterable {
            case stopped, killed, frozen

            func happen(to redis: OwnRedis) {
                switch self {
                case .stopped: redis.stop()
                case .killed: redis.kill()
                case .frozen: redis.freeze()
                }
            }

            func end(for redis: OwnRedis) throws {
                if case .frozen = self { redis.thaw() } else { try redis.start() }
            }
        }

        @Test("under load, no page fails or takes a second, and readiness tells", arguments: Fault.allCases)
        func pagesGoOn(_ fault: Fault) throws {
            try withInstallation { installation in
                let quad = try installation.serve(["VISITOR_PAGES_PER_MINUTE": "1000000"])
                #expect(try quad.get("/readyz").status == 200)
                let visits = try Visitors.read([Installation.community, Installation.rendered], from: quad.port) {
                    sleep(.milliseconds(300))
                    fault.happen(to: installation.redis)
                    sleep(.milliseconds(1_000))
                    let readiness = try quad.get("/readyz")
                    #expect(readiness.status == 503)
                    #expect(readiness.text.contains("postgres: ok"))
                    #expect(readiness.text.contains("redis: away"))
                    try fault.end(for: installation.redis)
                    #expect(try eventually(within: 1) { try quad.get("/readyz").status == 200 })
                }
                #expect(visits.count > 200)
                #expect(visits.allSatisfy { $0.status == 200 && $0.duration < .seconds(1) }, visits.summary)
            }
        }

        @Test("the program starts without Redis, and finds it later")
        func start() throws {
            try withInstallation { installation in
                installation.redis.stop()
                let quad = try installation.serve(["VISITOR_PAGES_PER_MINUTE": "100"])
                #expect(try quad.get(Installation.community).status == 200)
                #expect(try quad.get("/readyz").text.contains("redis: away"))
                try installation.redis.start()
                #expect(try eventually(within: 2) { try quad.get("/readyz").status == 200 })
                let redis = try installation.redis.client()
                #expect(try eventually(within: 2) { try redis.send(.publish("live:pages", "nothing")) == 1 })
            }
        }

        @Test("visitors' pages are still limited, and by Redis again once it is back", arguments: Fault.allCases)
        func limitsGoOn(_ fault: Fault) throws {
            try withInstallation { installation in
                let quad = try installation.serve(["VISITOR_PAGES_PER_MINUTE": "20"])
                fault.happen(to: installation.redis)
                // Half the limit, as every process counts for itself now; one more may have been given back meanwhile.
                #expect((10...11).contains(try rendered(by: quad, of: 30)))
                try fault.end(for: installation.redis)
                #expect(try eventually(within: 1) { try quad.get("/readyz").status == 200 })
                // What was sent to a frozen Redis counts once it thaws, though nobody waited for its answer.
                #expect((fault == .frozen ? 14...21 : 20...21).contains(try rendered(by: quad, of: 30)))
            }
        }

        /// How many of some pages, none of them kept, a visitor is shown; the others must be refused politely.
        private func rendered(by quad: QuadProcess, of count: Int) throws -> Int {
            var shown = 0
            for _ in 0..<count {
                let answer = try quad.get(Installation.rendered)
                if answer.status == 200 {
                    shown += 1
                } else {
                    #expect(answer.status == 429)
                    #expect(answer["Retry-After"].flatMap { Int($0) } ?? 0 > 0)
                    #expect(answer.text.contains("Everyone has the same limit"))
                }
            }
            return shown
        }
    }
}
