/// A drawn face in flat colours, of nobody: what a photo looks like on the pages, without showing anyone.
struct Portrait {
    private enum Part: UInt8 {
        case ground, skin, hair, clothes, ink
    }

    /// Of each part: red, green, blue.
    private let colours: [[UInt8]]
    private let hasLongHair: Bool

    init(_ chance: inout Chance) {
        let grounds: [[UInt8]] = [
            [203, 218, 226], [226, 214, 196], [205, 222, 205], [222, 207, 222], [196, 203, 220],
        ]
        let skins: [[UInt8]] = [[238, 206, 179], [222, 180, 143], [190, 138, 99], [141, 94, 63], [96, 62, 44]]
        let hairs: [[UInt8]] = [
            [38, 30, 28], [84, 56, 38], [140, 92, 48], [196, 160, 96], [150, 150, 150], [120, 48, 32],
        ]
        let clothes: [[UInt8]] = [
            [52, 78, 110], [130, 56, 60], [62, 98, 74], [96, 84, 120], [60, 60, 66], [190, 140, 60],
        ]
        colours =
            [grounds, skins, hairs, clothes].map { $0[chance.below($0.count)] } + [[40, 34, 34]]
        hasLongHair = chance.happens(0.5)
    }

    /// - Parameter side: in pixels, an even number.
    func png(side: Int) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(side * (side / 2 + 1))
        for row in 0..<side {
            // No filter; two pixels a byte.
            rows.append(0)
            for pair in 0..<side / 2 {
                rows.append(part(2 * pair, row, side).rawValue << 4 | part(2 * pair + 1, row, side).rawValue)
            }
        }
        let size = PNG.number(side)
        return PNG.file([
            ("IHDR", size + size + [4, 3, 0, 0, 0]), ("PLTE", colours.flatMap(\.self)), ("IDAT", PNG.stored(rows)),
            ("IEND", []),
        ])
    }

    private func part(_ column: Int, _ row: Int, _ side: Int) -> Part {
        let (x, y) = ((Double(column) + 0.5) / Double(side), (Double(row) + 0.5) / Double(side))
        func isIn(_ centreX: Double, _ centreY: Double, _ width: Double, _ height: Double) -> Bool {
            let (across, down) = ((x - centreX) / width, (y - centreY) / height)
            return across * across + down * down < 1
        }
        let isHead = isIn(0.5, 0.43, 0.2, 0.25)
        if isHead, isIn(0.42, 0.43, 0.018, 0.02) || isIn(0.58, 0.43, 0.018, 0.02) { return .ink }
        if y > 0.53, isIn(0.5, 0.52, 0.08, 0.05), !isIn(0.5, 0.51, 0.075, 0.045) { return .ink }
        if y < 0.33, isIn(0.5, 0.43, 0.23, 0.29) { return .hair }
        if isHead { return .skin }
        if abs(x - 0.5) < 0.08, y > 0.5, y < 0.76 { return .skin }
        if isIn(0.5, 1.02, 0.4, 0.3) { return .clothes }
        if hasLongHair ? y < 0.8 && isIn(0.5, 0.5, 0.27, 0.36) : y < 0.44 && isIn(0.5, 0.43, 0.23, 0.29) {
            return .hair
        }
        return .ground
    }
}

/// As much of the format as flat pictures need.
///
/// - Source: PNG (third edition), W3C 2025; zlib, RFC 1950; DEFLATE, RFC 1951, stored blocks alone.
enum PNG {
    static func file(_ chunks: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        chunks.reduce(into: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { file, chunk in
            let body = Array(chunk.name.utf8) + chunk.bytes
            file += number(chunk.bytes.count) + body + number(Int(checksum(body)))
        }
    }

    /// Bytes as a zlib stream that leaves them as they are.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let count = UInt16(end - start)
            stream.append(end == bytes.count ? 1 : 0)
            for half in [count, ~count] { stream += [UInt8(half & 255), UInt8(half >> 8)] }
            stream += bytes[start..<end]
            start = end
        } while start < bytes.count
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return stream + number(Int(high << 16 | low))
    }

    /// Four bytes, the highest first.
    static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
