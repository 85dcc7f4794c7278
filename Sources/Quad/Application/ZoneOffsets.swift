import FoundationEssentials

/// How far a place's clocks are ahead of UTC, through all its changes to and from summer time.
struct ZoneOffsets: Sendable {
    enum ReadingError: Error, Equatable {
        /// No zone of that name is installed, or the name is not one.
        case unknown(String)
        /// The file is not a version 2 time zone file.
        case damaged(String)
    }

    static let utc = ZoneOffsets(secondsAheadOfUTC: 0)

    private let first: Int
    /// Moments of change in seconds since 1970, ascending, and the offset that holds from then on.
    private let changes: [Int]
    private let offsets: [Int]

    init(secondsAheadOfUTC offset: Int) {
        first = offset
        changes = []
        offsets = []
    }

    /// Reads the zone from the system's database, which reaches to 2037.
    ///
    /// - Parameter name: an IANA name such as "America/Los_Angeles".
    init(named name: String, in directory: String = "/usr/share/zoneinfo") throws(ReadingError) {
        let isName = name.utf8.allSatisfy {
            $0 < 128 && (UInt8(ascii: "/")...UInt8(ascii: "z")).contains($0) || $0 == 43 || $0 == 45
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/"),
            let data = FileManager.default.contents(atPath: directory + "/" + name)
        else { throw .unknown(name) }
        guard let zone = TimeZoneFile([UInt8](data)) else { throw .damaged(name) }
        (first, changes, offsets) = (zone.first, zone.changes, zone.offsets)
    }

    /// Seconds to add to UTC; negative west of Greenwich.
    ///
    /// - Complexity: O(log *n*) in the number of changes, about 8 steps.
    func offset(at seconds: Int) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : offsets[low - 1]
    }
}

/// The part of a compiled time zone file that says when clocks change.
///
/// - Source: RFC 8536, "The Time Zone Information Format (TZif)", section 3.
private struct TimeZoneFile {
    let first: Int
    let changes: [Int]
    let offsets: [Int]

    /// - Returns: `nil` unless the bytes are a whole file of version 2 or later.
    init?(_ bytes: [UInt8]) {
        guard let old = Header(bytes, at: 0), bytes[4] >= UInt8(ascii: "2"),
            let header = Header(bytes, at: 44 + old.bodyLength(timeSize: 4))
        else { return nil }
        let body = 88 + old.bodyLength(timeSize: 4)
        let (kinds, records) = (body + header.times * 8, body + header.times * 9)
        guard header.types > 0, bytes.count >= body + header.bodyLength(timeSize: 8) else { return nil }
        let all = (0..<header.types).map { bytes.bigEndian(at: records + $0 * 6, count: 4) }
        let picked = (0..<header.times).map { Int(bytes[kinds + $0]) }
        guard picked.allSatisfy(all.indices.contains) else { return nil }
        first = all[0]
        changes = (0..<header.times).map { bytes.bigEndian(at: body + $0 * 8, count: 8) }
        offsets = picked.map { all[$0] }
    }

    struct Header {
        let times, types, characters, leaps, standards, universals: Int

        init?(_ bytes: [UInt8], at start: Int) {
            guard bytes.count >= start + 44, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
            let counts = (0..<6).map { bytes.bigEndian(at: start + 20 + $0 * 4, count: 4) }
            guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
            (universals, standards, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        func bodyLength(timeSize: Int) -> Int {
            times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standards + universals
        }
    }
}

extension [UInt8] {
    /// A signed number of 4 or 8 bytes, the highest first.
    fileprivate func bigEndian(at start: Int, count: Int) -> Int {
        let bits = self[start..<start + count].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return count == 4 ? Int(Int32(truncatingIfNeeded: bits)) : Int(Int64(bitPattern: bits))
    }
}
