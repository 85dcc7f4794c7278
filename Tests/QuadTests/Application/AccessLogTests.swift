import Foundation
import Testing

@testable import Quad

@Suite("The log")
struct AccessLogTests {
    @Test(
        "a line is one JSON object whatever a client sent",
        arguments: [
            "plain", "/c/ä?q=“x”", "\"},{\"forged\":\"", "two\nlines\r\n", "\u{0}\u{1B}[2J\u{7F}", "back\\slash", "",
        ])
    func hostile(text: String) throws {
        let path = "\(NSTemporaryDirectory())/quad-log-\(UUID().uuidString)"
        defer { _ = unlink(path) }
        let log = try AccessLog(.file(path))
        for number in 1...3 {
            log.line { line in
                line.member("target", text)
                line.member("number", -number)
            }
        }
        log.flush()
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["target"] as? String == text)
            #expect((object?["time"] as? String)?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil)
        }
    }

    @Test("the secret of a link in a mail is not in it")
    func secrets() {
        #expect(AccessLog.withoutSecrets("/verify-email?token=AAAA") == "/verify-email?…")
        for target in ["/verify-email", "/tags/token", "/communities?order=name"] {
            #expect(AccessLog.withoutSecrets(target) == target)
        }
    }

    @Test("a file that can't be opened is named in the error")
    func unwritable() {
        #expect(throws: LogUnavailable.self) { try AccessLog(.file("/nowhere/at/all.log")) }
    }
}
