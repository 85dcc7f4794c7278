import FoundationEssentials
import Testing

@testable import HTTPServer

@Suite("Reading multipart forms")
struct MultipartParserTests {
    private func parse(_ text: String, boundary: String = "XX", pieces: Int = .max) throws(FormError) -> MultipartForm {
        try parse(Array(text.utf8), boundary: boundary, pieces: pieces)
    }

    private func parse(_ bytes: [UInt8], boundary: String = "XX", pieces: Int = .max) throws(FormError) -> MultipartForm
    {
        var parser = MultipartParser(boundary: Array(boundary.utf8), directory: "/tmp", fieldLimit: 1 << 20)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(pieces))
            rest = rest.dropFirst(pieces)
            try piece.borrowed { bytes throws(FormError) in try parser.feed(bytes) }
        }
        return try parser.finish()
    }

    private func part(_ head: String, _ value: String) -> String { "--XX\r\n\(head)\r\n\r\n\(value)\r\n" }
    private func field(_ name: String, _ value: String) -> String {
        part("Content-Disposition: form-data; name=\"\(name)\"", value)
    }

    @Test("fields and files come out the same in pieces of any size")
    func pieces() throws {
        let tricky = "\r\n--X\r\n--XY\r\n--\r\n-\r\r\n"
        let text =
            field("a", "1") + field("b", tricky) + field("empty", "")
            + part(
                "content-disposition: Form-Data; filename=\"C:\\x\\ö.txt\"; name=f\r\nContent-Type: text/plain", tricky)
            + "--XX--\r\nepilogue"
        for size in [1, 2, 3, 5, 7, 11, 1000] {
            let form = try parse(text, pieces: size)
            #expect(form.fields.pairs.map(\.name) == ["a", "b", "empty"])
            #expect(form.fields.pairs.map(\.value) == ["1", tricky, ""])
            let file = try #require(form.files.first)
            #expect((file.name, file.fileName, file.contentType) == ("f", "ö.txt", "text/plain"))
            #expect(FileManager.default.contents(atPath: file.path) == Data(tricky.utf8))
            #expect(file.size == tricky.utf8.count)
        }
    }

    @Test("a file field left empty is no file")
    func noFile() throws {
        let form = try parse(part("Content-Disposition: form-data; name=\"f\"; filename=\"\"", "") + "--XX--")
        #expect(form.files.isEmpty)
        #expect(form.fields.isEmpty)
    }

    @Test(
        "what is malformed is an error",
        arguments: [
            "", "--XX", "--XX\r\n", "XX\r\n", "preamble\r\n--XX--\r\n", "--XXy\r\n", "--XX\n",
            "--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Type: text/plain\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX",
            "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nN\0L\r\n--XX--",
            "--XX\r\nno colon\r\n\r\n1\r\n--XX--",
            "--XX\r\nContent-Disposition: form-data; name=\"a\u{1}\"\r\n\r\n1\r\n--XX--",
        ])
    func malformed(_ text: String) {
        #expect(throws: FormError.self) { try parse(text) }
        #expect(throws: FormError.self) { try parse(text, pieces: 1) }
    }

    @Test("a value that is not UTF-8 is an error; a file may be anything")
    func encoding() throws {
        let bad: [UInt8] = Array("--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n".utf8) + [0xFF]
        #expect(throws: FormError.notUTF8) { try parse(bad + Array("\r\n--XX--".utf8)) }
        let file: [UInt8] =
            Array("--XX\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\n".utf8) + [0xFF, 0]
        #expect(try parse(file + Array("\r\n--XX--".utf8)).files.first?.size == 2)
    }

    @Test("200 parts, heads of 4 KiB and 1 MiB of fields are the limits")
    func limits() throws {
        #expect(try parse((0..<200).map { field("a", "\($0)") }.joined() + "--XX--").fields.pairs.count == 200)
        #expect(throws: FormError.tooManyFields(limit: 200)) {
            try parse((0..<201).map { field("a", "\($0)") }.joined() + "--XX--")
        }
        #expect(throws: FormError.self) { try parse(part("A: " + String(repeating: "b", count: 5000), "")) }
        #expect(throws: FormError.tooLarge(limit: 1 << 20)) {
            try parse(field("a", String(repeating: "b", count: 1 << 20)) + field("c", "d") + "--XX--")
        }
    }

    @Test(
        "a boundary is 1 to 70 of the allowed characters, given once",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("multipart/form-data; charset=utf-8; Boundary=\"a b\"", "a b"),
            ("multipart/form-data;boundary=----WebKit'()+_,-./:=?x", "----WebKit'()+_,-./:=?x"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            ("multipart/form-data; boundary=\"", nil), ("multipart/form-data; boundary=a; boundary=b", nil),
            ("multipart/form-data; boundary=a\"b", nil), ("multipart/form-data; boundary=\"a \"", nil),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
        ])
    func boundary(_ type: String, _ expected: String?) {
        let boundary = try? MultipartBoundary.read(from: type)
        #expect(boundary.map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    @Test("random edits of a form are read or refused alike in one piece and in many")
    func noise() {
        var random = SeededGenerator(seed: 3)
        let form = Array(
            (field("a", "1\r\n--X") + part("Content-Disposition: form-data; name=f; filename=g", "x")).utf8)
        for _ in 0..<400 {
            var bytes = form + Array("--XX--\r\n".utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = Array("\r\n-X\":;=\u{0}a".utf8).randomElement(using: &random) ?? 0
            }
            let whole = try? parse(bytes)
            let split = try? parse(bytes, pieces: Int.random(in: 1...9, using: &random))
            #expect(whole?.fields.pairs.map(\.value) == split?.fields.pairs.map(\.value))
            #expect(whole?.files.map(\.size) == split?.files.map(\.size))
        }
    }
}
