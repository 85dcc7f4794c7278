import FoundationEssentials
import HTTPServer
import Testing

@testable import Quad

@Suite("How long answers about accounts take", .serialized)
struct SignInTimingTests {
    /// Medians of interleaved tries, so that what else the machine does slows both alike.
    private func medians(_ tries: Int = 40, _ try: (_ name: String) throws -> Void) rethrows -> (Double, Double) {
        var times: [[Duration]] = [[], []]
        for number in 0..<tries {
            for kind in number.isMultiple(of: 2) ? [0, 1] : [1, 0] {
                times[kind].append(
                    try ContinuousClock().measure { try `try`(kind == 0 ? "known.person" : "other.person") })
            }
        }
        let sorted = times.map { $0.sorted()[tries / 2] / .microseconds(1) }
        return (sorted[0], sorted[1])
    }

    @Test("a wrong password takes as long with an account as without one")
    func signIn() throws {
        try withCampus { campus in
            try campus.insertAccount("known.person")
            let (known, unknown) = medians { name in
                _ = TestVisitor(campus).post("/sign-in", Typed.signIn(name, Typed.otherPassword))
            }
            #expect((0.75...1.33).contains(known / unknown), "\(known) µs and \(unknown) µs")
        }
    }

    @Test("signing up, and forgetting a password, take as long with an account as without one")
    func signUp() throws {
        try withCampus { campus in
            try campus.insertDomain()
            try campus.insertAccount("known.person")
            var number = 0
            let signUps = medians { name in
                number += 1
                let fields = Typed.signUp("wish\(number)", email: "\(name)@alderbay.example")
                _ = TestVisitor(campus).post("/sign-up", fields)
            }
            #expect((0.75...1.33).contains(signUps.0 / signUps.1), "\(signUps.0) µs and \(signUps.1) µs")
            let resets = medians { name in
                _ = TestVisitor(campus).post("/forgot-password", [("email", "\(name)@alderbay.example")])
            }
            #expect((0.7...1.4).contains(resets.0 / resets.1), "\(resets.0) µs and \(resets.1) µs")
        }
    }
}
