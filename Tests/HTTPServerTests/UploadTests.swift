import FoundationEssentials
import Glibc
import HTTPServer
import TestSupport
import Testing

@Suite("Files on their way in and out")
struct UploadTests {
    private static let start = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
    private static let type = "Content-Type: multipart/form-data; boundary=b\r\n"

    @Test("who sends a file slowly and steadily is not cut, who stops is")
    func slowly() throws {
        var configuration = ServerConfiguration.test()
        configuration.limits.request = .milliseconds(600)
        configuration.limits.uploadRate = 10_000
        let site = Site(answer: { request in
            guard case .multipart(let form) = request.body else { return .text("no form") }
            return .text("\(form.files.first?.size ?? 0) bytes")
        })
        try serving(site, configuration: configuration) { server in
            let end = "\r\n--b--\r\n"
            let client = try HTTPClient(port: server.port)
            client.send(
                "POST / HTTP/1.1\r\nHost: t\r\n\(Self.type)Content-Length: \(Self.start.utf8.count + 10_000 + end.utf8.count)\r\n\r\n"
                    + Self.start)
            for _ in 0..<10 {
                client.send([UInt8](repeating: 1, count: 1_000))
                usleep(90_000)
            }
            client.send(end)
            #expect(try client.answer().text == "10000 bytes")

            let idle = try HTTPClient(port: server.port)
            idle.send("POST / HTTP/1.1\r\nHost: t\r\n\(Self.type)Content-Length: 900000\r\n\r\n" + Self.start)
            #expect(idle.isClosed())
        }
    }

    @Test("a rush on the heavy lane holds up neither pages nor what is slow")
    func heavy() throws {
        let gate = Gate()
        let site = Site(
            answer: { request in
                if request.path == "/heavy" { gate.pass() }
                return .text("served \(request.path)")
            },
            isSlow: { $0.path.elementsEqual("/slow".utf8) }, isHeavy: { $0.path.elementsEqual("/heavy".utf8) })
        var configuration = ServerConfiguration.test(workers: 1)
        (configuration.limits.queueWait, configuration.limits.request) = (.milliseconds(100), .seconds(1))
        try serving(site, configuration: configuration) { server in
            let waiting = try (0..<3).map { _ in try HTTPClient(port: server.port) }
            for (count, client) in waiting.enumerated() {
                client.send("POST /heavy HTTP/1.1\r\nHost: t\r\nContent-Length: 0\r\n\r\n")
                #expect(eventually { server.statistics.suspended == count + 1 })
            }
            #expect(try HTTPClient(port: server.port).post("/slow", []).text == "served /slow")
            #expect(try HTTPClient(port: server.port).get("/page").text == "served /page")
            usleep(400_000)
            gate.open()
            for client in waiting { #expect(try client.answer().text == "served /heavy") }
        }
    }

    @Test("a part of a file is sent to who asks for it, and nothing to who has it")
    func ranges() throws {
        let path = "\(Repository.root)/README.md"
        let whole = [UInt8](try #require(FileManager.default.contents(atPath: path)))
        let site = Site(answer: { request in
            Response(
                status: .ok,
                headers: [Header(name: "ETag", value: "\"t\""), Header(name: "Content-Type", value: "text/plain")],
                body: request.path == "/bytes" ? .bytes(whole) : .file(path: path, size: whole.count)
            ).cut(for: request)
        })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            for address in ["/bytes", "/file"] {
                #expect(try client.get(address).body == whole)
                let part = try client.get(address, "Range: bytes=10-19\r\n")
                #expect(part.status == 206 && part.body == Array(whole[10..<20]))
                #expect(part["Content-Range"] == "bytes 10-19/\(whole.count)")
                #expect(try client.get(address, "Range: bytes=-5\r\n").body == whole.suffix(5))
                #expect(try client.get(address, "Range: bytes=10-19\r\nIf-Range: \"old\"\r\n").status == 200)
                let beyond = try client.get(address, "Range: bytes=\(whole.count)-\r\n")
                #expect(beyond.status == 416 && beyond.body.isEmpty)
                let known = try client.get(address, "If-None-Match: \"t\"\r\n")
                #expect(known.status == 304 && known["ETag"] == "\"t\"" && known["Content-Type"] == nil)
                #expect(try client.get(address, "If-None-Match: \"x\"\r\n").status == 200)
            }
        }
    }
}
