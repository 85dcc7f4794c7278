import FoundationEssentials
import Glibc
import HTTPServer
import TestSupport
import Testing

@Suite("Receiving bodies")
struct BodyTests {
    private static let site = Site(answer: { request in
        switch request.body {
        case .none: .text("none")
        case .form(let fields): .text(fields.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "|"))
        case .bytes(let bytes): .text("\(bytes.count) bytes")
        case .multipart(let form):
            .text(
                form.fields.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
                    + form.files.map { file in
                        let size = FileManager.default.contents(atPath: file.path)?.count ?? -1
                        return "[\(file.name) \(file.fileName) \(file.contentType) \(file.size) \(size)]"
                    }.joined())
        }
    })

    @Test("a form is decoded, whichever way its bytes are split")
    func form() throws {
        try serving(Self.site) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.post("/", Array("a=1&b=%C3%A4+%2B&a=2&c=".utf8)).text == "a=1|b=ä +|a=2|c=")
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 7\r\n\r\n"
            )
            for byte in "a=%C3%A".utf8.dropLast(0) { client.send([byte]) }
            let answer = try client.answer()
            #expect(answer.status == 400)
            #expect(answer["Connection"] == "close")
        }
    }

    @Test("a POST without a body is one")
    func empty() throws {
        try serving(Self.site) { server in
            let client = try HTTPClient(port: server.port)
            client.send("POST / HTTP/1.1\r\nHost: t\r\n\r\n")
            #expect(try client.answer().text == "none")
            client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n")
            #expect(try client.answer().text == "none")
            #expect(try client.post("/", []).text == "")
        }
    }

    @Test("other types are 415, but those the site takes raw")
    func types() throws {
        var configuration = ServerConfiguration.test()
        configuration.rawContentTypes = ["application/csp-report"]
        try serving(Self.site, configuration: configuration) { server in
            #expect(
                try HTTPClient(port: server.port).post("/", Array("{}".utf8), type: "application/json").status == 415)
            #expect(try HTTPClient(port: server.port).post("/", Array("{}".utf8), type: "").status == 415)
            let client = try HTTPClient(port: server.port)
            #expect(try client.post("/", Array("{}".utf8), type: "Application/CSP-Report; a=b").text == "2 bytes")
        }
    }

    @Test("a form of 1 MiB passes; one byte more is 413, read by a client that sends it all")
    func formLimit() throws {
        var site = Self.site
        site.answer = { .text("\($0.form["a"]?.utf8.count ?? 0)") }
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            let largest = Array("a=".utf8) + [UInt8](repeating: 0x62, count: (1 << 20) - 2)
            #expect(try client.post("/", largest).text == "\((1 << 20) - 2)")
            let answer = try client.post("/", largest + [0x62])
            #expect(answer.status == 413)
            #expect(client.isClosed())
        }
    }

    @Test("a body announced beyond all limits is refused before it is sent")
    func announced() throws {
        try serving(Self.site) { server in
            let client = try HTTPClient(port: server.port)
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 90000000\r\n\r\n"
            )
            #expect(try client.answer().status == 413)
            #expect(client.isClosed())
            let polite = try HTTPClient(port: server.port)
            polite.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n")
            #expect(try polite.answer().status == 413)
        }
    }

    @Test("Expect: 100-continue is answered before the body")
    func expect() throws {
        try serving(Self.site) { server in
            let client = try HTTPClient(port: server.port)
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n")
            #expect(try client.answer().status == 100)
            client.send("a=b")
            #expect(try client.answer().text == "a=b")
        }
    }

    @Test("files go to a directory of their own and are gone after the answer")
    func upload() throws {
        let directory = "/tmp/quad-upload-test-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { rmdir(directory) }
        var configuration = ServerConfiguration.test()
        configuration.temporaryDirectory = directory
        try serving(Self.site, configuration: configuration) { server in
            let client = try HTTPClient(port: server.port)
            let content = [UInt8](repeating: 0x0D, count: 3_000_000)
            let body =
                Array(
                    """
                    --XX\r
                    Content-Disposition: form-data; name="title"\r
                    \r
                    Café\r
                    --XX\r
                    Content-Disposition: form-data; name="photo"; filename="../../x.png"\r
                    Content-Type: image/png\r
                    \r

                    """.utf8) + content + Array("\r\n--XX--\r\n".utf8)
            let answer = try client.post("/", body, type: "multipart/form-data; boundary=XX")
            #expect(answer.text == "title=Café[photo x.png image/png 3000000 3000000]")
            #expect(eventually { (try? FileManager.default.contentsOfDirectory(atPath: directory).isEmpty) == true })
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: 3000100\r\n\r\n"
            )
            client.send(Array(body.prefix(100_000)))
            client.close()
            #expect(eventually { (try? FileManager.default.contentsOfDirectory(atPath: directory).isEmpty) == true })
        }
    }

    @Test("a multipart body with more than a file of 10 MiB is 413; a malformed one 400")
    func multipartRefusals() throws {
        try serving(Self.site) { server in
            let type = "multipart/form-data; boundary=XX"
            let large = [UInt8](repeating: 0x61, count: (10 << 20) + (64 << 10) + 1)
            let answer = try HTTPClient(port: server.port).post("/", large, type: type)
            #expect(answer.status == 413)
            #expect(try HTTPClient(port: server.port).post("/", Array("--YY\r\n".utf8), type: type).status == 400)
            #expect(try HTTPClient(port: server.port).post("/", [], type: "multipart/form-data").status == 400)
        }
    }
}
