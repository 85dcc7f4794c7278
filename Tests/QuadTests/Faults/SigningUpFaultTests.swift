import FoundationEssentials
import Postgres
import TestSupport
import Testing

@testable import Quad

extension WholeProgram {
    @Suite("Signing up and in while servers fail")
    struct SigningUpFaultTests {
        @Test("Postgres killed before each step: an apology at once, and the step goes on once it is back")
        func postgres() throws {
            try withOwnPostgres { installation, postgres in
                let newcomer = try Newcomer(installation, at: installation.serve())
                for step in Newcomer.Step.allCases {
                    postgres.kill()
                    let begun = ContinuousClock.now
                    let refused = try newcomer.take(step)
                    #expect(refused.status == 503 || step.needsNoDatabase && refused.status == 200, "\(step)")
                    #expect(refused.status == 200 || refused["Retry-After"] != nil, "\(step)")
                    #expect(.now - begun < .seconds(3), "\(step)")
                    try postgres.start()
                    let goesOn = try eventually(within: 10) { try newcomer.take(step).status == step.success }
                    #expect(goesOn, "\(step)")
                }
                #expect(try newcomer.isIn)
                #expect(
                    try installation.ask(Query<Int>.value("SELECT count(*) FROM users WHERE username = 'leila.f'")) == 1
                )
            }
        }

        @Test("Redis killed before each step: every step goes on without it")
        func redis() throws {
            try withInstallation { installation in
                let newcomer = try Newcomer(installation, at: installation.serve())
                for step in Newcomer.Step.allCases {
                    installation.redis.kill()
                    #expect(try newcomer.take(step).status == step.success, "\(step)")
                    try installation.redis.start()
                }
                #expect(try newcomer.isIn)
            }
        }
    }
}

/// Somebody who signs up with the whole program, step by step, in a browser that keeps its cookies.
private final class Newcomer {
    enum Step: CaseIterable {
        case openForm, signUp, openLink, confirm, signOut, signIn

        var success: Int {
            switch self {
            case .openForm, .openLink: 200
            case .signUp, .confirm, .signOut, .signIn: 303
            }
        }

        var needsNoDatabase: Bool { self == .openForm }
    }

    private let installation: Installation
    private let quad: QuadProcess
    private var cookies: [String: String] = [:]
    private var link = ""
    private static let password = "password=four+unrelated+words+here"

    init(_ installation: Installation, at quad: QuadProcess) throws {
        (self.installation, self.quad) = (installation, quad)
        try installation.run(
            """
            INSERT INTO university_domains (domain, university_id)
            SELECT 'alderbay.example', id FROM universities
            """)
    }

    var isIn: Bool { get throws { try quad.get("/communities", headers).text.contains("Your account") } }

    func take(_ step: Step) throws -> HTTPAnswer {
        switch step {
        case .openForm: return try keep(quad.get("/sign-up", headers))
        case .signUp:
            return try post(
                "/sign-up",
                "name=Leila&email=leila.f@alderbay.example&username=leila.f&type=student&rules=yes&"
                    + Self.password)
        case .openLink:
            // With the database away the mail cannot be looked up; the way it leads is known from then on.
            if link.isEmpty { link = try mailedLink() ?? "/verify-email?token=\(String(repeating: "A", count: 43))" }
            let answer = try keep(quad.get(link, headers))
            if answer.status == 404 { link = "" }
            return answer
        case .confirm: return try post("/verify-email", "token=\(link.split(separator: "=").last ?? "")")
        case .signOut: return try post("/sign-out", "now=yes")
        case .signIn: return try post("/sign-in", "email=leila.f@alderbay.example&" + Self.password)
        }
    }

    private func mailedLink() throws -> String? {
        do {
            let text = try installation.ask(
                Query<String?>.first(
                    "SELECT text_part FROM demonstration_mails ORDER BY created_at DESC LIMIT 1"
                ) { (text: String) in text })
            return text?.firstMatch(of: /\/verify-email\?token=[A-Za-z0-9_-]{43}/).map { String($0.output) }
        } catch is PostgresError {
            return nil
        }
    }

    private func post(_ target: String, _ body: String) throws -> HTTPAnswer {
        let client = try HTTPClient(port: quad.port, patience: 10)
        return try keep(
            client.post(target, Array(body.utf8), type: "application/x-www-form-urlencoded", headers))
    }

    private var headers: String {
        let cookie = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        return "Sec-Fetch-Site: same-origin\r\n" + (cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n")
    }

    private func keep(_ answer: HTTPAnswer) -> HTTPAnswer {
        for (name, value) in answer.headers where name.lowercased() == "set-cookie" {
            let pair = value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = value.contains("Max-Age=0;") ? nil : String(pair[1])
        }
        return answer
    }
}
