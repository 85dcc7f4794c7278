import FoundationEssentials
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Quad

extension WholeProgram {
    @Suite("Votes when Postgres crashes")
    struct VotesInACrashTests {
        @Test("every vote that was answered 303 is there after the crash, and the score is the sum of all")
        func crash() throws {
            try withOwnPostgres { installation, postgres in
                let quad = try installation.serve(["VOTES_PER_MINUTE": "0"])
                let port = quad.port
                let target = "/posts/\(installation.postID.uuidString.lowercased())/votes"
                for _ in 0..<4 {
                    let voters = try (0..<80).map { _ in try installation.signInVoter() }
                    let answered = Mutex<[UUID]>([])
                    let threads = (0..<4).map { thread in
                        TestThread {
                            for voter in voters[(thread * 20)..<(thread * 20 + 20)] {
                                guard vote(voter.browser, target, port) else { return }
                                answered.withLock { $0.append(voter.id) }
                            }
                        }
                    }
                    // In the midst of them, however fast the machine is.
                    for _ in 0..<400 where answered.withLock({ $0.count }) < 8 { sleep(.milliseconds(5)) }
                    postgres.kill()
                    for thread in threads { thread.join() }
                    try postgres.start()
                    // Until the program tries again.
                    sleep(.milliseconds(1_200))
                    let there = try installation.ask(
                        Query<[UUID]>.values("SELECT user_id FROM post_votes LIMIT 10000"))
                    #expect(Set(answered.withLock { $0 }).subtracting(there).isEmpty, "answered 303 and lost")
                    #expect(try installation.ask(Query<Int>.value("SELECT score FROM posts")) == there.count)
                }
                #expect(try installation.ask(Query<Int>.value("SELECT score FROM posts")) > 20)
            }
        }

        private func vote(_ browser: String, _ target: String, _ port: Int) -> Bool {
            do {
                let answer = try HTTPClient(port: port).post(
                    target, Array("value=up".utf8), type: "application/x-www-form-urlencoded", browser)
                return answer.status == 303
            } catch {
                return false
            }
        }
    }
}
