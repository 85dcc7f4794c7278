import Cryptography
import FoundationEssentials
import Glibc
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Quad

extension WholeProgram {
    @Suite("Killed while people write")
    struct KilledWhileWritingTests {
        @Test("in 20 rounds of kill -9 every comment that was answered 303 is there, and none twice")
        func killed() throws {
            try withInstallation { installation in
                let browser = try installation.signIn()
                let answered = Mutex<[String]>([])
                let unsure = Mutex<[Form]>([])
                let target = "/posts/\(installation.postID.uuidString.lowercased())/comments"
                for round in 0..<20 {
                    let quad = try installation.serve()
                    let port = quad.port
                    // What the last round's death left open is sent again, as a person would.
                    for form in unsure.withLock({ $0 }) {
                        let answer = try HTTPClient(port: quad.port).post(form.target, form.body, browser)
                        #expect(answer.status == 303)
                        answered.withLock { $0.append(form.words) }
                    }
                    unsure.withLock { $0 = [] }
                    let writers = (0..<4).map { writer in
                        TestThread { write("\(round)-\(writer)", to: target, port, browser, answered, unsure) }
                    }
                    sleep(.milliseconds(150 + round * 10))
                    quad.process.signal(SIGKILL)
                    for writer in writers { writer.join() }
                    _ = quad.process.end(within: 1)
                }
                let there = try installation.ask(
                    Query<[String]>.values("SELECT body_source FROM comments LIMIT 100000"))
                let words = answered.withLock { $0 }
                #expect(words.count > 100)
                #expect(Set(words).subtracting(there).isEmpty, "answered 303 and lost")
                #expect(Set(there).count == there.count, "written twice")
                let (count, last) = try installation.ask(
                    Query.one("SELECT comment_count, last_comment_number FROM posts") { (count: Int, last: Int) in
                        Pair(first: count, second: last)
                    }
                ).values
                #expect(count == there.count)
                #expect(last == there.count)
            }
        }
    }
}

private struct Pair: Sendable {
    let first: Int, second: Int
    var values: (Int, Int) { (first, second) }
}

/// A comment as its writer's browser sends it.
private struct Form: Sendable {
    let target: String
    let words: String
    let id = Comment.ID()

    var body: [UInt8] { Array("id=\(id.text)&act=post&body=\(words)".utf8) }
}

extension HTTPClient {
    fileprivate func post(_ target: String, _ body: [UInt8], _ headers: String) throws -> HTTPAnswer {
        try post(target, body, type: "application/x-www-form-urlencoded", headers)
    }
}

/// Writes comments, one after another, until the program is gone.
private func write(
    _ name: String, to target: String, _ port: Int, _ browser: String, _ answered: borrowing Mutex<[String]>,
    _ unsure: borrowing Mutex<[Form]>
) {
    var number = 0
    while true {
        number += 1
        let form = Form(target: target, words: "n\(name)-\(number)")
        do {
            let answer = try HTTPClient(port: port).post(form.target, form.body, browser)
            guard answer.status == 303 else {
                Issue.record("\(answer.status) for a comment")
                return
            }
            answered.withLock { $0.append(form.words) }
        } catch {
            unsure.withLock { $0.append(form) }
            return
        }
    }
}
