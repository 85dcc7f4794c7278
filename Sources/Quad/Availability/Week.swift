/// Quarter hours of a normal week: a set of 672 slots, Sunday 0:00–0:15 the first, in wall time of some zone.
///
/// The zone is not part of it: two weeks may be put together only when both are in the same one (`WeekShift` brings
/// another person's week into the viewer's). In Postgres it is a `bit(672)`.
package struct Week: Hashable, Sendable {
    package static let perDay = 96
    package static let slotCount = 7 * perDay

    /// Slots 0–31, 32–63, …; in each word the first slot is the highest bit, as Postgres sends them.
    private var words: [UInt32]

    /// No slot at all.
    package init() {
        words = Array(repeating: 0, count: Self.slotCount / 32)
    }

    /// - Parameter spans: slots of the week; parts outside of 0..<672 are left out, overlapping ones merge.
    package init(_ spans: some Sequence<Range<Int>>) {
        self.init()
        for span in spans { insert(span) }
    }

    /// - Parameter days: spans of a day in quarter hours after midnight; overlapping ones merge.
    package init(_ days: [Weekday: [Range<Int>]]) {
        self.init()
        for (day, spans) in days {
            for span in spans { insert(Self.slots(span, on: day)) }
        }
    }

    /// The slots of a span of one day, as much of it as lies in that day.
    package static func slots(_ span: Range<Int>, on day: Weekday) -> Range<Int> {
        let inside = span.clamped(to: 0..<perDay)
        return day.slots.lowerBound + inside.lowerBound..<day.slots.lowerBound + inside.upperBound
    }

    /// Whether a slot, 0..<672, is in it.
    package subscript(slot: Int) -> Bool {
        get { words[slot / 32] & Self.mask(slot) != 0 }
        set {
            if newValue { words[slot / 32] |= Self.mask(slot) } else { words[slot / 32] &= ~Self.mask(slot) }
        }
    }

    package mutating func insert(_ slots: Range<Int>) {
        for slot in slots.clamped(to: 0..<Self.slotCount) { self[slot] = true }
    }

    package mutating func remove(_ slots: Range<Int>) {
        for slot in slots.clamped(to: 0..<Self.slotCount) { self[slot] = false }
    }

    private static func mask(_ slot: Int) -> UInt32 { 0x8000_0000 >> UInt32(slot % 32) }
}

extension Week {
    package func union(_ other: Week) -> Week { combined(with: other, |) }
    package func intersection(_ other: Week) -> Week { combined(with: other, &) }
    package func subtracting(_ other: Week) -> Week { combined(with: other) { $0 & ~$1 } }

    private func combined(with other: Week, _ combine: (UInt32, UInt32) -> UInt32) -> Week {
        var result = self
        for index in words.indices { result.words[index] = combine(words[index], other.words[index]) }
        return result
    }

    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The number of its quarter hours.
    package var quarters: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    package var hours: Double { Double(quarters) / 4 }

    /// Its longest runs on a day, ascending, in quarter hours after midnight: 56..<64 is 14:00 to 16:00.
    ///
    /// What goes on past midnight is two spans, one on each day.
    package func spans(on day: Weekday) -> [Range<Int>] {
        spans(in: day.slots).map { $0.lowerBound - day.slots.lowerBound..<$0.upperBound - day.slots.lowerBound }
    }

    /// Its longest runs of slots through the whole week, ascending.
    package var spans: [Range<Int>] { spans(in: 0..<Self.slotCount) }

    private func spans(in slots: Range<Int>) -> [Range<Int>] {
        var (spans, start): ([Range<Int>], Int?) = ([], nil)
        for slot in slots {
            switch (self[slot], start) {
            case (true, nil): start = slot
            case (false, let from?):
                spans.append(from..<slot)
                start = nil
            default: break
            }
        }
        if let start { spans.append(start..<slots.upperBound) }
        return spans
    }
}

extension Week {
    /// As a form carries it: 168 hexadecimal digits, Sunday 0:00–1:00 the first.
    package var hexadecimal: String {
        words.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// - Returns: `nil` unless the text is 168 hexadecimal digits.
    package init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard text.utf8.count == Self.slotCount / 4, digits.count == Self.slotCount / 4 else { return nil }
        words = stride(from: 0, to: digits.count, by: 8).map { start in
            digits[start..<start + 8].reduce(UInt32(0)) { $0 << 4 | UInt32($1) }
        }
    }

    /// The 84 bytes Postgres sends, the first slot the highest bit of the first byte.
    package var bytes: [UInt8] {
        words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
    }

    /// - Parameter bytes: 84 of them.
    init(bytes: some Collection<UInt8>) {
        self.init()
        for (index, byte) in bytes.enumerated() { words[index / 4] = words[index / 4] << 8 | UInt32(byte) }
    }
}
