import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("The route table")
struct RouteTableTests {
    /// An address for each pattern, as a campus with one of everything has it.
    static let examples: [String: String] = [
        ":group": "01930000-0000-7000-8000-000000000004",
        ":course": "01930000-0000-7000-8000-000000000005",
        ":community": "algorithms", ":number": "1", ":slug": "shown", ":space": "questions", ":username": "bo.li",
        ":part": "0.xml", ":letter": "b.xml", ":tag": "trees", ":id": "01932d5a-8f00-7000-8000-000000000001",
        ":post": post.uuidString.lowercased(), ":comment": comment.uuidString.lowercased(),
        ":member": UUIDv7.generate().uuidString.lowercased(), ":invitation": UUIDv7.generate().uuidString.lowercased(),
        ":link": UUIDv7.generate().uuidString.lowercased(), ":name": "heap.pdf",
        ":mail": "0199f000-0000-7000-8000-000000000001",
        ":bookmark": "0199f000-0000-7000-8000-000000000002", ":follow": "0199f000-0000-7000-8000-000000000003",
        ":connection": "0199f000-0000-7000-8000-000000000006", ":type": "student", ":skill": "python",
        ":mute": "0199f000-0000-7000-8000-000000000004",
        ":suggestion": "0199f000-0000-7000-8000-000000000007",
        ":draft": "0199f000-0000-7000-8000-000000000005",
    ]
    private static let post = UUIDv7.generate()
    private static let comment = UUIDv7.generate()

    /// Links in mails, which lead nowhere without their secret.
    static let secretLinks = [
        AccountPaths.verifyEmail, AccountPaths.resetPassword, AccountPaths.notMe, AccountPaths.confirmAddress,
    ]

    @Test("every route answers whom it is for, safely, and nobody else", arguments: [Route].all)
    func everyRoute(route: Route) throws {
        try withCampus { campus in
            let (community, author) = (try campus.insertCommunity(), try campus.insertUser("Bo Li", username: "bo.li"))
            try campus.insertPost("Shown", in: community, by: author, tags: ["trees"], id: Self.post)
            try campus.insertComment(on: Self.post, by: author, number: 1, id: Self.comment)
            try campus.run(
                """
                INSERT INTO demonstration_mails (id, recipient, subject, text_part, html_part)
                VALUES ('0199f000-0000-7000-8000-000000000001', 'bo.li@alderbay.example', 'Hello', 'Hi', '<p>Hi</p>')
                """)
            try campus.run("INSERT INTO stored_files (hash, byte_size) VALUES (\(Hash.sha256([1])), 1)")
            try campus.run(
                """
                INSERT INTO attachments (id, uploader_id, file_hash, media_type, byte_size, name, community_id)
                VALUES ('01932d5a-8f00-7000-8000-000000000001', \(author), \(Hash.sha256([1])), 'application/pdf', 1,
                    'heap.pdf', \(community.id))
                """)
            try campus.application.storage.put([1], as: ContentHash(bytes: Hash.sha256([1])))
            let path = route.pattern.split(separator: "/", omittingEmptySubsequences: false)
                .map { Self.examples[String($0)] ?? String($0) }.joined(separator: "/")
            #expect(!path.contains(":"), "\(route.pattern) needs an example here")

            let visitor = IPAddress("203.0.113.7") ?? .loopback
            let response = campus.application.respond(
                to: Request(route.method, path, headers: [("Sec-Fetch-Site", "same-origin")], client: visitor),
                on: campus.worker)
            switch route.audience {
            case "anyone" where route.method == .post:
                // Without its fields a form does nothing, and says so.
                #expect([.seeOther, .notFound, .unprocessableContent].contains(response.status))
            case "anyone" where Self.secretLinks.contains(route.pattern): #expect(response.status == .notFound)
            case "anyone", "demonstration": #expect([.ok, .movedPermanently].contains(response.status))
            case "before set-up": #expect(response.status == (route.method == .post ? .conflict : .notFound))
            case "member", "writer", "moderator", "admin":
                let isRead = route.method != .post
                #expect(response.status == (isRead ? .seeOther : .forbidden))
                #expect(!isRead || response["Location"]?.hasPrefix("/sign-in") == true)
            case "private network":
                #expect(response.status == .notFound)
                #expect(campus.get(path).status == .ok)
            default: Issue.record("\(route.audience) is an audience this test does not know")
            }
            #expect(response["Content-Security-Policy"]?.contains("default-src 'none'") == true)
            #expect(response["X-Content-Type-Options"] == "nosniff")
            #expect(response["X-Request-Id"] != nil)
        }
    }

    @Test("what only a demonstration shows is nowhere else")
    func demonstrationAlone() throws {
        try withCampus { campus in
            try campus.run("UPDATE site SET is_demonstration = false")
            let real = try Application(
                settings: campus.application.settings, database: campus.database, log: AccessLog(.none))
            for route in [Route].all where route.audience == "demonstration" {
                #expect(real.respond(to: Request(.get, route.pattern), on: campus.worker).status == .notFound)
            }
        }
    }

    @Test(
        "a form from another site is refused wherever it is posted",
        arguments: [Route].all.filter { $0.method == .post })
    func crossSite(route: Route) throws {
        try withCampus { campus in
            let request = Request(.post, route.pattern, headers: [("Sec-Fetch-Site", "cross-site")])
            #expect(campus.application.respond(to: request, on: campus.worker).status == .forbidden)
        }
    }

    @Test("nobody behind a proxy that names no client passes for the operator’s network")
    func unknownClient() throws {
        try withCampus { campus in
            let request = Request(.get, "/metrics", client: .unknown)
            #expect(campus.application.respond(to: request, on: campus.worker).status == .notFound)
            #expect(campus.get("/metrics").text.contains("# TYPE quad_requests_total counter"))
        }
    }

    @Test("a page known to its reader is not sent again, whether or not it is still in memory")
    func conditional() throws {
        try withCampus { campus in
            let tag = try #require(campus.get("/about")["ETag"])
            let again = campus.get("/about", headers: [("If-None-Match", "\"other\", \(tag)")])
            #expect(again.status == .notModified)
            #expect(again.text.isEmpty && again["ETag"] == tag)
        }
    }

    @Test(
        "only the usual spelling of an address is kept",
        arguments: [
            "/%61bout", "/about?", "/about?&&", "/communities?order=name&order=name", "/communities?%6Frder=name",
        ])
    func spellings(target: String) throws {
        try withCampus { campus in
            #expect(campus.get(target).status == .ok)
            #expect(campus.application.pages.statistics.pages == 0)
        }
    }

    @Test("a trailing slash leads to the address without it, query included")
    func trailingSlash() throws {
        try withCampus { campus in
            let response = campus.get("/communities/?order=name")
            #expect(response.status == .movedPermanently)
            #expect(response["Location"] == "/communities?order=name")
            #expect(campus.get("/c/a%2Fb/")["Location"] == "/c/a%2Fb")
        }
    }
}
