import Images
import TestSupport
import Testing

/// Opaque red and half-transparent green, beside each other.
let webp = bytes(
    """
    524946467400000057454250565038580a00000010000000050000030000414c50480b000000010f30ff1111a20711fd0f00565038204200
    00005002009d012a0600040001402625a80274b700a30157ffb8000e0c00fef2eb7ffd8ff3ec0ffde04ffa3fcfb03fed6ea3f6c90b79fff2
    9f81fed9216f3ffe50200000
    """)

/// The same without loss.
let losslessWebP = bytes(
    "524946461e000000574542505650384c110000002f05c000100f10f31ff31f8c1e44f43f0000")

func bytes(_ digits: String) -> [UInt8] {
    let digits = digits.filter { $0.isHexDigit }
    return stride(from: 0, to: digits.count, by: 2).compactMap { start in
        let place = digits.index(digits.startIndex, offsetBy: start)
        return UInt8(digits[place...].prefix(2), radix: 16)
    }
}

/// A photograph as JPEG, made smaller: a small one of its own would have so few colours that it stayed PNG.
func jpeg(width: Int = 20, height: Int = 12) throws -> [UInt8] {
    let photograph = SamplePictures.photograph(width: width * 10, height: height * 10)
    let picture = try #require(try PictureMaker().pictures(of: photograph, sides: [max(width, height)]).first)
    #expect(picture.kind == .jpeg && [picture.width, picture.height] == [width, height])
    return picture.bytes
}

extension [UInt8] {
    /// With more behind the first two bytes, where JPEG has its notes.
    func noting(_ notes: [UInt8]) -> [UInt8] { Array(prefix(2)) + notes + dropFirst(2) }

    func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return indices.contains { self[$0...].starts(with: wanted) }
    }
}

/// Numbers that are the same every time.
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16 | state << 48
    }
}
