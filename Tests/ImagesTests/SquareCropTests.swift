import TestSupport
import Testing

@testable import Images

@Suite("Cutting a square out of a picture")
struct SquareCropTests {
    /// Red, green; blue, white, as stored.
    private static let plain: @Sendable (Int, Int) -> (UInt8, UInt8, UInt8, UInt8) = { x, y in
        x < 20 ? (y < 10 ? (255, 0, 0, 255) : (0, 0, 255, 255)) : (y < 10 ? (0, 255, 0, 255) : (255, 255, 255, 255))
    }

    @Test("the part is what its viewers see there, however the camera was held", arguments: Orientation.allCases)
    func orientations(orientation: Orientation) throws {
        let chunk = SamplePictures.pngChunk(
            "eXIf", Array(SamplePictures.exif(orientation: UInt8(orientation.rawValue)).dropFirst(4)))
        let source = SamplePictures.png(width: 40, height: 20, before: [chunk], pixel: Self.plain)
        let whole = try #require(try PictureMaker().pictures(of: source, sides: [100]).first)
        let canvas = try Canvas.decoding(whole.bytes, ImageHeader(of: whole.bytes))
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            let crop = try #require(SquareCrop(x: x, y: y, side: 0.4))
            let made = try #require(try PictureMaker().squares(of: source, sides: [8], crop: crop).first)
            let square = try Canvas.decoding(made.bytes, ImageHeader(of: made.bytes))
            let expected = canvas.pixel(x == 0 ? 1 : canvas.width - 2, y == 0 ? 1 : canvas.height - 2) & 0xFFFFFF
            let shown = square.pixel(4, 4) & 0xFFFFFF
            #expect(shown == expected, "\(x), \(y) of \(orientation)")
            #expect([made.width, made.height] == [8, 8])
        }
    }

    @Test("a square that sticks out is moved in, the middle is the middle, and the rest is none")
    func edges() throws {
        let far = try #require(SquareCrop(x: 0.9, y: 0.9, side: 1)).area(of: 100, 60, .upright)
        #expect([far.x, far.y, far.width, far.height] == [40, 0, 60, 60])
        let middle = SquareCrop.middle.area(of: 101, 60, .turnedLeft)
        #expect([middle.x, middle.y, middle.width] == [21, 0, 60])
        let tiny = try #require(SquareCrop(x: 0, y: 0, side: 0.000_1)).area(of: 3, 3, .upright)
        #expect(tiny.width == 1)
        for (x, y, side) in [(-0.1, 0.0, 1.0), (0, 1.1, 1), (0, 0, 0), (0, 0, 2), (.nan, 0, 1), (0, 0, .infinity)] {
            #expect(SquareCrop(x: x, y: y, side: side) == nil)
        }
    }
}
