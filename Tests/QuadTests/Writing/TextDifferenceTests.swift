import Testing

@testable import Quad

@Suite("What changed from one text to the next")
struct TextDifferenceTests {
    @Test("is told word by word")
    func words() {
        let difference = TextDifference(from: "The node loses half of it.", to: "The tree loses all of it, sadly.")
        #expect(
            difference.parts == [
                .same("The "), .removed("node"), .added("tree"), .same(" loses "), .removed("half"), .added("all"),
                .same(" of it"), .added(", sadly"), .same("."),
            ])
    }

    @Test("takes neighbouring words together")
    func neighbours() {
        #expect(
            TextDifference(from: "a red cat", to: "a blue dog").parts
                == [.same("a "), .removed("red cat"), .added("blue dog")])
    }

    @Test("knows ideographs for words")
    func ideographs() {
        #expect(TextDifference(from: "二分木", to: "二分樹").parts == [.same("二分"), .removed("木"), .added("樹")])
    }

    @Test("is nothing between equal texts", arguments: ["", "a", "a b\nc"])
    func equal(text: String) {
        #expect(TextDifference(from: text, to: text).isEmpty)
    }

    @Test("leads from either text to the other, whatever they are", arguments: 0..<60)
    func roundTrip(seed: Int) {
        var chance = SystemRandomNumberGenerator()
        let words = ["a", "b", "c", " ", " ", "\n", "é", ".", "木"]
        func text() -> String {
            (0..<Int.random(in: 0...(seed * 4 + 1), using: &chance)).map { _ in
                words[Int.random(in: 0..<9, using: &chance)]
            }
            .joined()
        }
        let (old, new) = (text(), text())
        let parts = TextDifference(from: old, to: new).parts
        #expect(joined(parts, without: .removed) == new)
        #expect(joined(parts, without: .added) == old)
    }

    @Test("of long texts that differ all over is bounded")
    func bounded() {
        let old = (0..<20_000).map { "old\($0)" }.joined(separator: " ")
        let new = (0..<20_000).map { "new\($0)" }.joined(separator: " ")
        let took = ContinuousClock().measure {
            #expect(TextDifference(from: old, to: new).parts == [.removed(old), .added(new)])
        }
        #expect(took < .seconds(10))
        let lines = (0..<4_000).map { "line \($0)\n" }
        var changed = lines
        changed[10] = "other\n"
        changed[3_990] = "another\n"
        let parts = TextDifference(from: lines.joined(), to: changed.joined()).parts
        #expect(parts.filter(\.isChange).count == 4)
        #expect(joined(parts, without: .removed) == changed.joined())
    }

    @Test("leaves long parts out that did not change")
    func skipping() {
        let long = String(repeating: "word ", count: 400)
        let parts = TextDifference(from: "x " + long + "y", to: "z " + long + "y", context: 20).parts
        #expect(parts.first == .removed("x") && parts.last == .skipped)
        #expect(parts.count == 4)
    }

    private enum Side { case removed, added }

    private func joined(_ parts: [TextDifference.Part], without side: Side) -> String {
        parts.map { part in
            switch part {
            case .same(let text): text
            case .removed(let text): side == .removed ? "" : text
            case .added(let text): side == .added ? "" : text
            case .skipped: ""
            }
        }.joined()
    }
}
