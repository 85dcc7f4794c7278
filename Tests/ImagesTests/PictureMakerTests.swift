import TestSupport
import Testing

@testable import Images

@Suite("Making pictures anew")
struct PictureMakerTests {
    private let maker = PictureMaker()

    @Test("a photograph becomes JPEG in two sizes, a drawing stays PNG")
    func sizes() throws {
        let photograph = try maker.pictures(
            of: SamplePictures.photograph(width: 1_000, height: 500), sides: [800, 200])
        #expect(photograph.map(\.kind) == [.jpeg, .jpeg])
        #expect(photograph.map(\.width) == [800, 200] && photograph.map(\.height) == [400, 100])
        for made in photograph { #expect(try ImageHeader(of: made.bytes).width == made.width) }
        let drawing = try maker.pictures(of: SamplePictures.drawing(), sides: [800, 200])
        #expect(drawing.map(\.kind) == [.png] && drawing.map(\.width) == [40])
    }

    @Test("every kind can be read, and what shines through stays that way")
    func kinds() throws {
        #expect(try maker.pictures(of: SamplePictures.gif, sides: [100]).map(\.width) == [4])
        for source in [webp, losslessWebP] {
            let made = try #require(try maker.pictures(of: source, sides: [100]).first)
            let canvas = try Canvas.decoding(made.bytes, ImageHeader(of: made.bytes))
            #expect(made.kind == .png && canvas.isTransparent)
        }
        #expect(try maker.pictures(of: jpeg(), sides: [10]).map(\.height) == [6])
    }

    @Test("nothing of the file but its pixels is left")
    func metadata() throws {
        let noted =
            try jpeg().noting(SamplePictures.exif(orientation: 1, note: "canary 52.5N 13.4E"))
            + Array("canary <script>".utf8)
        let made = try #require(try maker.pictures(of: noted, sides: [100]).first)
        #expect(noted.holds("canary") && !made.bytes.holds("canary") && !made.bytes.holds("Exif"))
        let chunk = SamplePictures.pngChunk("tEXt", Array("Comment\0canary".utf8))
        let png = SamplePictures.png(width: 3, height: 3, before: [chunk]) { _, _ in (1, 2, 3, 255) }
        #expect(
            try maker.pictures(of: png + Array("PK\u{3}\u{4}canary".utf8), sides: [9]).first?.bytes.holds("canary")
                == false)
    }

    @Test("a picture is turned the way the camera was held", arguments: Orientation.allCases)
    func orientations(orientation: Orientation) throws {
        // Red, green; blue, white: what stands top left and top right once it is turned.
        let expected: [Orientation: [Int32]] = [
            .upright: [0xFF0000, 0x00FF00], .mirrored: [0x00FF00, 0xFF0000], .upsideDown: [0xFFFFFF, 0x0000FF],
            .flipped: [0x0000FF, 0xFFFFFF], .transposed: [0xFF0000, 0x0000FF], .turnedRight: [0x0000FF, 0xFF0000],
            .transversed: [0xFFFFFF, 0x00FF00], .turnedLeft: [0x00FF00, 0xFFFFFF],
        ]
        let chunk = SamplePictures.pngChunk(
            "eXIf", Array(SamplePictures.exif(orientation: UInt8(orientation.rawValue)).dropFirst(4)))
        let source = SamplePictures.png(width: 6, height: 4, before: [chunk]) { x, y in
            x < 3 ? (y < 2 ? (255, 0, 0, 255) : (0, 0, 255, 255)) : (y < 2 ? (0, 255, 0, 255) : (255, 255, 255, 255))
        }
        let made = try #require(try maker.pictures(of: source, sides: [100]).first)
        #expect([made.width, made.height] == (orientation.isSideways ? [4, 6] : [6, 4]))
        let canvas = try Canvas.decoding(made.bytes, ImageHeader(of: made.bytes))
        #expect([canvas.color(0, 0), canvas.color(made.width - 1, 0)] == expected[orientation])
    }

    @Test("an icon is the middle of its picture as a square, made larger too")
    func squares() throws {
        let made = try maker.squares(of: SamplePictures.photograph(width: 90, height: 30), sides: [256, 128])
        #expect(made.map(\.width) == [256, 128] && made.map(\.height) == [256, 128])
    }

    @Test("a small file that claims to be huge is refused before it is decoded")
    func bombs() throws {
        var claim = SamplePictures.signature + SamplePictures.pngHeader(width: 50_000, height: 50_000)
        claim +=
            SamplePictures.pngChunk("IDAT", Array(repeating: 0x78, count: 100)) + SamplePictures.pngChunk("IEND", [])
        #expect(throws: ImageError.tooLarge(width: 50_000, height: 50_000)) {
            try maker.pictures(of: claim, sides: [100])
        }
        // In its limits, and a lie: there are no such pixels.
        let lie =
            SamplePictures.signature + SamplePictures.pngHeader(width: 5_000, height: 5_000)
            + SamplePictures.pngChunk("IDAT", [0x78, 0x01, 0x03, 0x00, 0, 0, 0, 1])
            + SamplePictures.pngChunk("IEND", [])
        #expect(throws: ImageError.damaged) { try maker.pictures(of: lie, sides: [100]) }
        var wide = try jpeg(width: 16, height: 16)
        let frame = try #require(wide.indices.first { wide[$0] == 0xFF && [0xC0, 0xC2].contains(wide[$0 + 1]) })
        (wide[frame + 7], wide[frame + 8]) = (0xFF, 0xFF)
        #expect(throws: ImageError.tooLarge(width: 65_535, height: 16)) { try maker.pictures(of: wide, sides: [100]) }
        #expect(throws: ImageError.tooLarge(width: 12_001, height: 1)) {
            try maker.pictures(of: SamplePictures.photograph(width: 12_001, height: 1), sides: [100])
        }
    }

    @Test("a thousand damaged pictures of each kind do no harm")
    func mutations() throws {
        var numbers = Numbers(state: 4)
        let sources = [
            SamplePictures.drawing(side: 12),
            try jpeg(width: 40, height: 24).noting(SamplePictures.exif(orientation: 6)),
            SamplePictures.gif, webp, losslessWebP,
        ]
        var small = PictureMaker()
        (small.mostPixels, small.longestSide) = (1_000_000, 2_000)
        for source in sources {
            for _ in 0..<1_000 {
                var bytes = source
                for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                    let place = Int.random(in: bytes.indices, using: &numbers)
                    switch Int.random(in: 0..<6, using: &numbers) {
                    case 0: bytes.removeSubrange(place..<min(place + 3, bytes.count))
                    case 1: bytes.insert(contentsOf: bytes[place..<min(place + 5, bytes.count)], at: place)
                    case 2: bytes[place] = 0xFF
                    case 3: bytes[place] = 0
                    default: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                    }
                    if bytes.isEmpty { bytes = source }
                }
                do throws(ImageError) {
                    for made in try small.pictures(of: bytes, sides: [20, 5]) {
                        #expect(max(made.width, made.height) <= 20)
                    }
                } catch {
                    // A sentence for its owner.
                }
            }
        }
    }
}

extension Canvas {
    /// Red, green and blue of a pixel.
    fileprivate func color(_ x: Int, _ y: Int) -> Int32 { pixel(x, y) & 0xFFFFFF }
}
