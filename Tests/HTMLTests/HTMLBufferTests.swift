import HTML
import Testing

@Suite("Writing a page")
struct HTMLBufferTests {
    @Test("whole numbers are written in decimal digits")
    func numbers() {
        #expect(written { $0.text(0) } == "0")
        #expect(written { $0.text(-7) } == "-7")
        #expect(written { $0.text(Int.min) } == String(Int.min))
        #expect(written { $0.attribute(UInt64.max) } == String(UInt64.max))
        #expect(written { $0.urlComponent(UInt8(255)) } == "255")
        #expect(written { $0.text(Int128.max) } == String(Int128.max))
        var power: UInt64 = 1
        for _ in 0..<19 {
            power *= 10
            let number = power
            #expect(written { $0.text(number) } == String(number))
            #expect(written { $0.text(number - 1) } == String(number - 1))
        }
    }

    @Test("literals of any length are written as they are")
    func literals() {
        #expect(written { $0.literal("") } == "")
        #expect(written { $0.literal("x") } == "x")
        #expect(written { $0.literal("<p class=\"é\">") } == "<p class=\"é\">")
    }

    @Test("a buffer grows with what is written", arguments: [0, 1, 64, 100_000])
    func growth(_ capacity: Int) {
        var out = HTMLBuffer(capacity: capacity)
        for number in 0..<10_000 {
            out.literal("<i>")
            out.text(number)
            out.attribute("\"\"")
        }
        let expected = (0..<10_000).map { "<i>\($0)&quot;&quot;" }.joined()
        #expect(String(decoding: out.finish(), as: UTF8.self) == expected)
    }

    @Test("a page renders to what its template writes")
    func page() {
        struct Greeting: Page {
            let name: String
            func write(into out: inout HTMLBuffer) {
                out.literal("<p>")
                out.text(name)
                out.literal("</p>")
            }
        }
        #expect(Greeting(name: "A&B").rendered(capacity: 4) == Array("<p>A&amp;B</p>".utf8))
    }
}
