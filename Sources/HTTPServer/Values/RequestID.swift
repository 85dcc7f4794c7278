/// What a request is called in logs and on error pages: 16 lower-case hexadecimal digits.
///
/// Unique within a process and random between processes; not a secret.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
    let bits: UInt64

    /// A random one, for tests.
    public init() {
        bits = .random(in: 0...UInt64.max)
    }

    init(bits: UInt64) {
        self.bits = bits
    }

    public var description: String { bits.hexadecimal }
}

extension UInt64 {
    /// 16 digits, lower case.
    var hexadecimal: String {
        String(unsafeUninitializedCapacity: 16) { digits in
            for place in 0..<16 {
                let nibble = UInt8(truncatingIfNeeded: self >> UInt64(60 - place * 4)) & 15
                digits[place] = nibble < 10 ? 0x30 + nibble : 0x57 + nibble
            }
            return 16
        }
    }
}

/// Deals out request ids: a counter from a random start, scrambled so that neighbours look unlike.
/// Used on the event thread alone.
///
/// - Source: the finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), a bijection.
struct RequestIDs {
    private var count = UInt64.random(in: 0...UInt64.max)

    mutating func next() -> RequestID {
        count &+= 0x9E37_79B9_7F4A_7C15
        var bits = count
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return RequestID(bits: bits ^ (bits >> 31))
    }
}
