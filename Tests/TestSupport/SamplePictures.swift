/// Pictures for tests, put together byte by byte.
public enum SamplePictures {
    /// - Parameter pixel: red, green, blue and how far it is opaque (255), at a place.
    public static func png(
        width: Int, height: Int, before chunks: [[UInt8]] = [], pixel: (Int, Int) -> (UInt8, UInt8, UInt8, UInt8)
    ) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let (red, green, blue, alpha) = pixel(x, y)
                rows += [red, green, blue, alpha]
            }
        }
        return signature + pngHeader(width: width, height: height) + chunks.flatMap { $0 }
            + pngChunk("IDAT", stored(rows)) + pngChunk("IEND", [])
    }

    /// So many colours that it passes for a photograph.
    public static func photograph(width: Int = 200, height: Int = 120) -> [UInt8] {
        png(width: width, height: height) { x, y in
            (UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8((x * 31 + y * 17) % 256), 255)
        }
    }

    /// Four squares of plain colours: red, green; blue, white.
    public static func drawing(side: Int = 40, alpha: UInt8 = 255) -> [UInt8] {
        png(width: side, height: side) { x, y in
            switch (x < side / 2, y < side / 2) {
            case (true, true): (255, 0, 0, alpha)
            case (false, true): (0, 255, 0, alpha)
            case (true, false): (0, 0, 255, alpha)
            case (false, false): (255, 255, 255, alpha)
            }
        }
    }

    public static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    public static func pngHeader(width: Int, height: Int) -> [UInt8] {
        pngChunk("IHDR", big(width) + big(height) + [8, 6, 0, 0, 0])
    }

    public static func pngChunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + data
        return big(data.count) + named + big(Int(crc(named)))
    }

    /// A moving GIF of two frames, 4 by 3 pixels each.
    public static let gif: [UInt8] =
        Array("GIF89a".utf8) + [4, 0, 3, 0, 0x80, 0, 0] + [255, 0, 0, 0, 0, 255]
        + frame + frame + [0x3B]

    private static let frame: [UInt8] =
        [0x21, 0xF9, 4, 0, 10, 0, 0, 0] + [0x2C, 0, 0, 0, 0, 4, 0, 3, 0, 0]
        // Every pixel as a code of its own between codes that clear the table, three bits each.
        + [2] + [UInt8(codes.count)] + codes + [0]

    private static let codes: [UInt8] = {
        var bits: [Int] = []
        for _ in 0..<12 { for code in [4, 0] { for bit in 0..<3 { bits.append(code >> bit & 1) } } }
        for bit in 0..<3 { bits.append(5 >> bit & 1) }
        while bits.count % 8 != 0 { bits.append(0) }
        return stride(from: 0, to: bits.count, by: 8).map { start in
            UInt8((0..<8).reduce(0) { $0 | bits[start + $1] << $1 })
        }
    }()

    /// Notes that say how the camera was held, as JPEG carries them: to be put behind the first two bytes.
    public static func exif(orientation: UInt8, note: String = "") -> [UInt8] {
        let entry: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
        let tiff: [UInt8] = [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1] + entry + [0, 0, 0, 0] + Array(note.utf8)
        let notes = Array("Exif".utf8) + [0, 0] + tiff
        let length = notes.count + 2
        return [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + notes
    }

    /// zlib's form of bytes that are not compressed.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let piece = bytes[start..<min(start + 65_535, bytes.count)]
            let isLast = start + 65_535 >= bytes.count
            let (low, high) = (UInt8(piece.count & 255), UInt8(piece.count >> 8))
            result += [isLast ? 1 : 0, low, high, ~low, ~high] + piece
        }
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + big(b << 16 | a)
    }

    private static func big(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(number >> $0 & 255) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes { crc = crcs[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
        return ~crc
    }

    private static let crcs: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
}
