import HTTPServer
import Testing

@Suite("Finding the route of a path")
struct RouterTests {
    private let router: Router<String> = {
        var router = Router<String>()
        router.add(.get, "/", "home")
        router.add(.get, "/c/:community", "community")
        router.add(.get, "/c/about", "about")
        router.add(.get, "/c/:community/:number/:slug", "post")
        router.add(.get, "/c/:community/s/:space", "space")
        router.add(.post, "/c/:community/posts", "write")
        router.add(.post, "/sign-out", "sign out")
        router.add(.get, "/sign-in", "form")
        router.add(.post, "/sign-in", "sign in")
        return router
    }()

    private func find(_ method: HTTPServer.Method, _ path: String) -> String {
        switch router.match(method, path: path) {
        case .found(let value, let parameters, let pattern):
            "\(value) \(pattern) "
                + ["community", "number", "slug", "space"].compactMap { parameters[$0] }.joined(separator: ",")
        case .redirect(let path): "-> \(path)"
        case .methodNotAllowed(let allow): "allow \(allow.map(\.rawValue).joined(separator: ","))"
        case .notFound: "none"
        }
    }

    @Test(
        "static segments beat parameters, and parameters are named",
        arguments: [
            ("/", "home / "), ("/c/swift", "community /c/:community swift"), ("/c/about", "about /c/about "),
            ("/c/swift/12/hello", "post /c/:community/:number/:slug swift,12,hello"),
            ("/c/swift/s/news", "space /c/:community/s/:space swift,news"),
            ("/c/about/s/news", "space /c/:community/s/:space about,news"),
            ("/c/a%2Fb", "community /c/:community a%2Fb"), ("/c/ä 🎓", "community /c/:community ä 🎓"),
        ])
    func found(_ path: String, _ expected: String) {
        #expect(find(.get, path) == expected)
        #expect(find(.head, path) == expected)
    }

    @Test(
        "what no pattern matches is not found",
        arguments: [
            "", "c/swift", "/c", "/x", "/c//12/hello", "/c/swift/12", "/C/swift", "//", "//evil.example/", "/c//",
            "/c/swift/1/2/3",
        ])
    func notFound(_ path: String) {
        #expect(find(.get, path) == "none")
    }

    @Test("a known path with another method says which are allowed")
    func methods() {
        #expect(find(.post, "/") == "allow GET,HEAD")
        #expect(find(.get, "/sign-out") == "allow POST")
        #expect(find(.post, "/c/swift") == "allow GET,HEAD")
        #expect(find(.post, "/sign-in") == "sign in /sign-in ")
    }

    @Test("a slash at the end is taken off, and the rest encoded")
    func trailingSlash() {
        #expect(find(.get, "/c/swift/") == "-> /c/swift")
        #expect(find(.get, "/c/ä b/") == "-> /c/%C3%A4%20b")
        #expect(find(.post, "/sign-out/") == "-> /sign-out")
        #expect(find(.get, "/c/swift//") == "none")
    }

    @Test("an encoded slash in a request does not split a segment")
    func encodedSlash() {
        let request = Request(.get, "/c/a%2fb%20c")
        #expect(request.path == "/c/a%2Fb c")
        #expect(find(.get, request.path) == "community /c/:community a%2Fb c")
    }
}

@Suite("Refusing cross-site posts")
struct CrossSiteTests {
    private func allows(_ headers: [(name: String, value: String)], _ method: HTTPServer.Method = .post) -> Bool {
        CrossSite.allows(Request(method, "/", headers: headers), origin: "https://campus.example")
    }

    @Test("Sec-Fetch-Site decides, else Origin; without either a post is refused")
    func decisions() {
        #expect(allows([("Sec-Fetch-Site", "same-origin")]))
        #expect(allows([("sec-fetch-site", "none")]))
        #expect(!allows([("Sec-Fetch-Site", "cross-site")]))
        #expect(!allows([("Sec-Fetch-Site", "same-site"), ("Origin", "https://campus.example")]))
        #expect(allows([("Origin", "https://campus.example")]))
        #expect(!allows([("Origin", "https://campus.example.evil.example")]))
        #expect(!allows([("Origin", "http://campus.example")]))
        #expect(!allows([("Origin", "null")]))
        #expect(!allows([]))
        #expect(allows([], .get))
        #expect(allows([("Sec-Fetch-Site", "cross-site")], .head))
    }
}
