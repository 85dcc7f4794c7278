import Cryptography
import FoundationEssentials
import HTTPServer
import Postgres
import TestSupport
import Testing

@testable import Quad

@Suite("Uploading over a real connection")
struct UploadOverSocketTests {
    private static let end = Array("\r\n--b--\r\n".utf8)

    private static func part(_ name: String) -> [UInt8] {
        Array(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: image/png\r\n\r\n"
                .utf8)
    }

    private static func head(_ browser: TestBrowser, length: Int) -> String {
        "POST /attachments HTTP/1.1\r\nHost: test\r\nSec-Fetch-Site: same-origin\r\nAccept: application/json\r\n"
            + "Cookie: session=\(browser.token.text)\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: \(length)\r\n\r\n"
    }

    /// - Parameter body: is given the port and the folder where uploads lie while they arrive.
    private static func serving(_ body: (TestCampus, TestBrowser, Int, String) throws -> Void) throws {
        try withCampus { campus in
            let arriving = campus.files + "-arriving"
            try FileManager.default.createDirectory(atPath: arriving, withIntermediateDirectories: true)
            var configuration = ServerConfiguration(port: 0, address: "127.0.0.1", workers: 1)
            (configuration.linger, configuration.drain) = (.zero, .seconds(2))
            configuration.temporaryDirectory = arriving
            let server = try Server(campus.application, configuration: configuration)
            defer { server.stop() }
            try body(campus, campus.signIn(campus.insertUser()), server.port, arriving)
            #expect(try FileManager.default.contentsOfDirectory(atPath: arriving).isEmpty)
            try FileManager.default.removeItem(atPath: arriving)
        }
    }

    @Test("a picture arrives, is made anew and comes back, whole and in part")
    func whole() throws {
        try Self.serving { campus, writer, port, _ in
            let body = Self.part("../../photo.png") + SamplePictures.photograph() + Self.end
            let client = try HTTPClient(port: port, patience: 20)
            client.send(Self.head(writer, length: body.count))
            client.send(body)
            let answer = try client.answer()
            #expect(answer.status == 201 && answer["Content-Type"] == "application/json")
            let made = try JSONDecoder().decode(Uploaded.self, from: Data(answer.body))
            #expect(made.name == "photo.jpg")
            let cookie = "Cookie: session=\(writer.token.text)\r\n"
            let picture = try client.get(made.path, cookie)
            #expect(picture.status == 200 && picture.body.starts(with: [0xFF, 0xD8, 0xFF]))
            #expect(try client.get(made.path, cookie + "Range: bytes=2-9\r\n").body == Array(picture.body[2...9]))
            #expect(try client.get(made.path).status == 404)
        }
    }

    @Test("an upload that is cut off half-way leaves nothing behind, whether the client goes or stays")
    func cutOff() throws {
        try Self.serving { campus, writer, port, arriving in
            let body = Self.part("photo.png") + SamplePictures.photograph(width: 400, height: 400)
            let client = try HTTPClient(port: port)
            client.send(Self.head(writer, length: body.count + 100_000))
            client.send(body)
            #expect(eventually(within: 60) { Self.count(arriving) == 1 })
            client.close()
            #expect(eventually(within: 60) { Self.count(arriving) == 0 })
            // All of it came, and its last boundary did not.
            let other = try HTTPClient(port: port)
            other.send(Self.head(writer, length: body.count))
            other.send(body)
            #expect(try other.answer().status == 400)
            #expect(try campus.number("SELECT count(*) FROM stored_files") == 0 && campus.storedFiles() == 0)
        }
    }

    @Test("a file over ten megabytes is turned away, one of exactly ten is taken")
    func sizes() throws {
        try Self.serving { campus, writer, port, _ in
            for (size, status) in [(Attachment.mostBytes, 201), (Attachment.mostBytes + 1, 413), (11 << 20, 413)] {
                let body = Self.part("a.bin") + [UInt8](repeating: 0, count: size) + Self.end
                let client = try HTTPClient(port: port, patience: 20)
                client.send(Self.head(writer, length: body.count))
                client.send(body)
                #expect(try client.answer().status == status)
            }
            #expect(try campus.number("SELECT count(*) FROM attachments") == 1)
        }
    }

    private static func count(_ folder: String) -> Int {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).count } catch { return -1 }
    }
}
