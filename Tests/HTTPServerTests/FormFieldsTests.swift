import HTTPServer
import Testing

@Suite("Reading urlencoded forms")
struct FormFieldsTests {
    private func parse(_ text: String) throws(FormError) -> [String] {
        try FormFields.parse(text.utf8).pairs.map { "\($0.name)=\($0.value)" }
    }

    @Test("pairs keep their order, and decode once")
    func decoding() throws {
        #expect(try parse("a=1&b=2&a=3") == ["a=1", "b=2", "a=3"])
        #expect(try parse("a=%2520") == ["a=%20"])
        #expect(try parse("a+b=c%2Bd") == ["a b=c+d"])
        #expect(try parse("a=b=c") == ["a=b=c"])
        #expect(try parse("a") == ["a="])
        #expect(try parse("&&a=1&") == ["a=1"])
        #expect(try parse("") == [])
        #expect(try parse("a=%F0%9F%8E%93") == ["a=🎓"])
    }

    @Test(
        "what is malformed is an error, not a guess",
        arguments: [
            ("a=%", FormError.percent), ("a=%4", .percent), ("a=%4&b=1", .percent), ("a=%gg", .percent),
            ("a=%ff", .notUTF8), ("%ff=a", .notUTF8), ("a=%C0%80", .notUTF8), ("a=%ED%A0%80", .notUTF8),
            ("a=%00", .control), ("a\0=b", .control),
        ])
    func malformed(_ text: String, _ error: FormError) {
        #expect(throws: error) { try parse(text) }
    }

    @Test("200 fields and names of 100 bytes are the limits")
    func limits() throws {
        let field = String(repeating: "n", count: 100)
        #expect(try parse(Array(repeating: "\(field)=1", count: 200).joined(separator: "&")).count == 200)
        #expect(throws: FormError.tooManyFields(limit: 200)) {
            try parse(Array(repeating: "a=1", count: 201).joined(separator: "&"))
        }
        #expect(throws: FormError.nameTooLong(limit: 100)) { try parse("\(field)n=1") }
    }

    @Test("values are found by name")
    func lookup() throws {
        let fields = try FormFields.parse("a=1&b=2&a=3".utf8)
        #expect(fields["a"] == "1")
        #expect(fields["c"] == nil)
        #expect(fields.all("a") == ["1", "3"])
    }

    @Test("random bytes are read or refused, and what is read is stable")
    func noise() {
        var random = SeededGenerator(seed: 2)
        let alphabet = Array("%=&+ab0F\u{0}é".utf8) + [0xFF, 0x80]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            guard let fields = try? FormFields.parse(bytes) else { continue }
            #expect(fields.pairs.allSatisfy { !$0.name.utf8.contains(0) && !$0.value.utf8.contains(0) })
        }
    }
}
