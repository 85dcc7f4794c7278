import FoundationEssentials

extension UUID {
    /// A UUID of version 7 for something that came to be at `seconds` after 1970, its random part drawn from `chance`.
    ///
    /// The millisecond is drawn too, so that identifiers of one second are spread over it.
    init(at seconds: Int64, from chance: inout Chance) {
        let high = chance.next()
        let low = chance.next()
        let milliseconds = UInt64(bitPattern: seconds) &* 1000 &+ (high >> 48) % 1000
        let first = (milliseconds << 16) | 0x7000 | (high & 0x0FFF)
        let second = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        func byte(_ word: UInt64, _ index: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        self.init(
            uuid: (
                byte(first, 0), byte(first, 1), byte(first, 2), byte(first, 3),
                byte(first, 4), byte(first, 5), byte(first, 6), byte(first, 7),
                byte(second, 0), byte(second, 1), byte(second, 2), byte(second, 3),
                byte(second, 4), byte(second, 5), byte(second, 6), byte(second, 7)
            ))
    }
}
