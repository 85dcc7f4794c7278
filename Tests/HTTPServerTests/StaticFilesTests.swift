import FoundationEssentials
import HTTPServer
import TestSupport
import Testing

@Suite("Serving files")
struct StaticFilesTests {
    private func serving(_ body: (StaticFiles, HTTPClient, Server<Site>) throws -> Void) throws {
        let directory = "/tmp/quad-static-\(UInt64.random(in: 0...UInt64.max))"
        let files = FileManager.default
        try files.createDirectory(atPath: "\(directory)/css", withIntermediateDirectories: true)
        try Data("body { color: red }".utf8).write(to: URL(filePath: "\(directory)/css/site.css"))
        try Data("plain".utf8).write(to: URL(filePath: "\(directory)/README"))
        try Data("secret".utf8).write(to: URL(filePath: "\(directory)/.hidden"))
        let assets = try StaticFiles(
            directory: directory, headers: [Header(name: "X-Content-Type-Options", value: "nosniff")])
        try files.removeItem(atPath: directory)
        try HTTPServerTests.serving(Site(now: { assets.immediate($0) })) { server in
            try body(assets, HTTPClient(port: server.port), server)
        }
    }

    @Test("a fingerprinted address is for ever, the plain one is asked for again")
    func addresses() throws {
        try serving { assets, client, _ in
            let path = assets.path(of: "css/site.css")
            #expect(path.wholeMatch(of: /\/assets\/css\/site\.[0-9a-f]{8}\.css/) != nil)
            let answer = try client.get(path)
            #expect(answer.text == "body { color: red }")
            #expect(answer["Content-Type"] == "text/css; charset=utf-8")
            #expect(answer["Cache-Control"] == "public, max-age=31536000, immutable")
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            let plain = try client.get("/assets/css/site.css")
            #expect(plain["Cache-Control"] == "no-cache")
            #expect(plain["ETag"] == answer["ETag"])
            #expect(try client.get("\(path)?v=1").status == 200)
            #expect(try client.get("/assets/README")["Content-Type"] == "application/octet-stream")
            #expect(try client.get("/assets/css/site.css", method: "HEAD")["Content-Length"] == "19")
        }
    }

    @Test("what is unchanged is 304, by any form of its tag")
    func unchanged() throws {
        try serving { assets, client, _ in
            let path = assets.path(of: "css/site.css")
            let tag = try #require(try client.get(path)["ETag"])
            for list in [tag, "W/\(tag)", "\"other\", \(tag)", "*", "\"a\" , W/\(tag) ,\"b\""] {
                let answer = try client.get(path, "If-None-Match: \(list)\r\n")
                #expect(answer.status == 304, "\(list)")
                #expect(answer["ETag"] == tag)
                #expect(answer["Content-Type"] == nil)
                #expect(answer.body.isEmpty)
            }
            for list in ["\"other\"", "abc", "", "\"unfinished", "W/", ","] {
                #expect(try client.get(path, "If-None-Match: \(list)\r\n").status == 200, "\(list)")
            }
        }
    }

    @Test(
        "a single range is 206, one beyond the end 416, anything else the whole",
        arguments: [
            ("bytes=0-3", 206, "body", "bytes 0-3/19"),
            ("bytes=15-", 206, "red }".suffix(4).description, "bytes 15-18/19"),
            ("bytes=-3", 206, "d }", "bytes 16-18/19"), ("bytes=-99", 206, "body { color: red }", "bytes 0-18/19"),
            ("bytes=0-99", 206, "body { color: red }", "bytes 0-18/19"), ("bytes=19-", 416, "", "bytes */19"),
            ("bytes=-0", 416, "", "bytes */19"), ("bytes=3-1", 200, "body { color: red }", nil),
            ("bytes=0-1,4-5", 200, "body { color: red }", nil), ("lines=0-1", 200, "body { color: red }", nil),
            ("bytes=99999999999999999999-", 200, "body { color: red }", nil),
            ("bytes=-", 200, "body { color: red }", nil),
        ])
    func ranges(_ range: String, _ status: Int, _ text: String, _ place: String?) throws {
        try serving { assets, client, _ in
            let answer = try client.get(assets.path(of: "css/site.css"), "Range: \(range)\r\n")
            #expect(answer.status == status)
            #expect(answer.text == text)
            #expect(answer["Content-Range"] == place)
        }
    }

    @Test("a range of another version is the whole")
    func condition() throws {
        try serving { assets, client, _ in
            let path = assets.path(of: "css/site.css")
            let tag = try #require(try client.get(path)["ETag"])
            #expect(try client.get(path, "Range: bytes=0-3\r\nIf-Range: \(tag)\r\n").status == 206)
            #expect(try client.get(path, "Range: bytes=0-3\r\nIf-Range: \"old\"\r\n").status == 200)
        }
    }

    @Test(
        "nothing but the files themselves can be reached",
        arguments: [
            "/assets/.hidden", "/assets/../etc/passwd", "/assets/css/../README", "/assets/%2e%2e/etc/passwd",
            "/assets/css%2fsite.css", "/assets//README", "/assets/", "/assets", "/assets/css", "/README",
        ])
    func escapes(_ target: String) throws {
        try serving { _, client, _ in
            let answer = try client.get(target)
            #expect(answer.text.hasPrefix("GET "), "answered by a worker, not by the files")
        }
    }

    @Test("a file of 5 MiB is sent from disk, and unchanged is 304")
    func large() throws {
        let directory = "/tmp/quad-static-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let content = Data(repeating: 0x61, count: 5 << 20)
        try content.write(to: URL(filePath: "\(directory)/large.pdf"))
        let assets = try StaticFiles(
            directory: directory, headers: [Header(name: "X-Content-Type-Options", value: "nosniff")])
        try FileManager.default.removeItem(atPath: directory)
        try HTTPServerTests.serving(Site(now: { assets.immediate($0) })) { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get(assets.path(of: "large.pdf"), "Range: bytes=0-3\r\n")
            #expect(answer.status == 200)
            #expect(answer.body.count == content.count)
            let tag = try #require(answer["ETag"])
            #expect(try client.get("/assets/large.pdf", "If-None-Match: \(tag)\r\n").status == 304)
        }
    }

    @Test("POST to a file is no business of the files")
    func post() throws {
        try serving { assets, client, _ in
            let answer = try client.post(assets.path(of: "css/site.css"), [])
            #expect(answer.text.hasPrefix("POST "))
        }
    }

    @Test("files joined are one, fingerprinted by all they are made of, and each is there too")
    func joined() throws {
        let directory = "/tmp/quad-static-\(UInt64.random(in: 0...UInt64.max))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        func write(_ text: String, to name: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(directory)/\(name)"))
        }
        try write("one", to: "b.css")
        try write("two", to: "a.css")
        let joined = ["all.css": ["b.css", "a.css"]]
        let before = try StaticFiles(directory: directory, joined: joined)
        try HTTPServerTests.serving(Site(now: { before.immediate($0) })) { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get(before.path(of: "all.css"))
            #expect(answer.text == "onetwo")
            #expect(answer["Content-Type"] == "text/css; charset=utf-8")
            #expect(try client.get("/assets/a.css").text == "two")
        }
        try write("three", to: "a.css")
        #expect(try StaticFiles(directory: directory, joined: joined).path(of: "all.css") != before.path(of: "all.css"))
        #expect(throws: (any Error).self) {
            try StaticFiles(directory: directory, joined: ["all.css": ["gone.css"]])
        }
    }

    @Test("a directory that is not there is an error")
    func missing() {
        #expect(throws: (any Error).self) { try StaticFiles(directory: "/nonexistent") }
    }
}
