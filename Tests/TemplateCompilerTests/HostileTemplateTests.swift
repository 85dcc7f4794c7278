import Foundation
import TemplateCompiler
import Testing

@Suite("Templates of any bytes")
struct HostileTemplateTests {
    private static let pieces = [
        "{%", "%}", "{{", "}}", "{#", "#}", "-", "<", ">", "</", "/>", "<p", "<a href=", "\"", "'", "=", " ", "\n",
        "if", "else", "end",
        "for x in y", "let a = b", "include a", "layout a", "block b", "slot b", "content", "page A", "parameters a: B",
        "class", "id=x",
        "<!--", "-->", "<!doctype", "<script", "</script>", "<svg>", "<textarea>", "</textarea>", "<pre>", "\\(", "#\"",
        "\"\"\"", "(", ")",
        "{", "}", "[", "]", ":", "é", "\u{202E}", "\r\n", "{% if a %}", "{% end %}", "{% for a in b %}", "{{ x }}",
        "{% else %}",
    ]

    @Test("a soup of template parts never crashes the compiler", arguments: 0..<16)
    func soup(_ seed: Int) {
        var random = Generator(state: UInt64(seed))
        for _ in 0..<50 {
            let count = Int.random(in: 0...60, using: &random)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            compile(Array((Bool.random(using: &random) ? "{% page A %}\n" : "").utf8) + Array(text.utf8))
        }
    }

    @Test("random bytes never crash the compiler", arguments: 0..<4)
    func bytes(_ seed: Int) {
        var random = Generator(state: UInt64(seed))
        for _ in 0..<100 {
            let count = Int.random(in: 0...300, using: &random)
            compile((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    @Test("every beginning of a good template, and the template without any one byte, is compiled or diagnosed")
    func mutilated() throws {
        for golden in GoldenFile.all(in: "Swift") {
            let file = GoldenFile.root.appending(path: "Swift/\(golden.name).html")
            let bytes = Array(try Data(contentsOf: file))
            for end in stride(from: 0, through: bytes.count, by: 7) { compile(Array(bytes[..<end])) }
            for place in stride(from: 0, to: bytes.count, by: 11) {
                var rest = bytes
                rest.remove(at: place)
                compile(rest)
            }
        }
    }

    @Test("deep nesting and long lines are no trouble")
    func large() {
        let nested = { (depth: Int) in
            String(repeating: "<div>{% if a %}", count: depth) + String(repeating: "{% end %}</div>", count: depth)
        }
        #expect(compile(Array("{% page A %}\n\(nested(100))".utf8)).isEmpty)
        #expect(
            compile(Array("{% page A %}\n\(nested(2_000))".utf8)).contains {
                $0.message.contains("inside one another")
            })
        let elements = String(repeating: "<div>", count: 1_000) + String(repeating: "</div>", count: 1_000)
        #expect(compile(Array("{% page A %}\n\(elements)".utf8)).isEmpty)
        let brackets = "{% page A %}\n<p>{{ \(String(repeating: "(", count: 10_000)) }}</p>"
        #expect(compile(Array(brackets.utf8)).isEmpty)
    }

    /// - Returns: what was found; every place is inside the template.
    @discardableResult
    private func compile(_ bytes: [UInt8]) -> [Diagnostic] {
        let found = TemplateSet([TemplateSource(name: "a", path: "a.html", bytes: bytes)]).compiled().diagnostics
        let lines = bytes.count { $0 == 10 } + 1
        #expect(found.allSatisfy { (1...lines).contains($0.line) && $0.column >= 1 })
        return found
    }
}

/// SplitMix64: the same numbers every time.
struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
