public import FoundationEssentials
internal import Synchronization

/// Identifiers that sort by when they were made.
///
/// - Source: RFC 9562, section 5.7; order within a millisecond by method 1 of section 6.2, a counter in `rand_a`.
public enum UUIDv7 {
    /// A new identifier, greater than every one this process has made before, from any thread. When the clock is
    /// set back, or over 2,048 are made in a millisecond, they count on from the last one, slightly ahead of the
    /// clock.
    ///
    /// The last identifier is state of the process by definition: two sources would not be in order.
    public static func generate() -> UUID {
        source.withLock { source in source.next(at: milliseconds()) }
    }

    /// An identifier for a moment and from a generator of one's own: the same from a seed, for demonstration data.
    /// In order from millisecond to millisecond, not within one.
    ///
    /// - Parameter milliseconds: since 1970, below 2^48.
    public static func generate(at milliseconds: Int64, using generator: inout some RandomNumberGenerator) -> UUID {
        let bits = generator.next()
        return uuid(milliseconds, counter: UInt16(truncatingIfNeeded: bits), random: generator.next())
    }

    /// As ``generate(at:using:)-swift.type.method``, for a date after 1970.
    public static func generate(at date: Date, using generator: inout some RandomNumberGenerator) -> UUID {
        generate(at: Int64(date.timeIntervalSince1970 * 1000), using: &generator)
    }

    /// When an identifier was made, in milliseconds since 1970; `nil` when it is not of version 7.
    public static func milliseconds(of uuid: UUID) -> Int64? {
        let b = uuid.uuid
        guard b.6 >> 4 == 7, b.8 >> 6 == 2 else { return nil }
        return [b.0, b.1, b.2, b.3, b.4, b.5].reduce(0) { number, byte in number << 8 | Int64(byte) }
    }

    private static let source = Mutex(UUIDv7Source())

    private static func milliseconds() -> Int64 {
        Int64(Date().timeIntervalSince1970 * 1000)
    }

    /// - Parameters:
    ///   - counter: its low 12 bits.
    ///   - random: its low 62 bits.
    static func uuid(_ milliseconds: Int64, counter: UInt16, random: UInt64) -> UUID {
        precondition((0..<1 << 48).contains(milliseconds), "A UUIDv7 holds a time from 1970 to 10889.")
        func byte(_ number: UInt64, _ shift: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: number >> shift) }
        let time = UInt64(milliseconds)
        return UUID(
            uuid: (
                byte(time, 40), byte(time, 32), byte(time, 24), byte(time, 16), byte(time, 8), byte(time, 0),
                0x70 | byte(UInt64(counter), 8) & 0x0F, byte(UInt64(counter), 0),
                0x80 | byte(random, 56) & 0x3F, byte(random, 48), byte(random, 40), byte(random, 32),
                byte(random, 24), byte(random, 16), byte(random, 8), byte(random, 0)
            ))
    }
}

/// Makes identifiers in ascending order.
struct UUIDv7Source {
    private var time: Int64 = 0
    private var counter: UInt16 = 0
    private var pool: [UInt8] = []

    mutating func next(at now: Int64) -> UUID {
        let random = random()
        if now > time {
            time = now
            // The top bit is left for counting: at least 2,048 steps follow.
            counter = UInt16(truncatingIfNeeded: random.first) & 0x7FF
        } else if counter < 0xFFF {
            counter += 1
        } else {
            time += 1
            counter = UInt16(truncatingIfNeeded: random.first) & 0x7FF
        }
        return UUIDv7.uuid(time, counter: counter, random: random.second)
    }

    /// Ten bytes from a pool, because a system call for each would cost more than all the rest.
    private mutating func random() -> (first: UInt16, second: UInt64) {
        if pool.count < 10 { pool = RandomBytes.make(1000) }
        var number: UInt64 = 0
        for byte in pool.suffix(8) { number = number << 8 | UInt64(byte) }
        let counter = UInt16(pool[pool.count - 9]) << 8 | UInt16(pool[pool.count - 10])
        pool.removeLast(10)
        return (counter, number)
    }
}
