import TestSupport
import Testing

@testable import Images

@Suite("Reading what a picture says of itself")
struct ImageHeaderTests {
    @Test("kind and size are read from the bytes")
    func sizes() throws {
        let expected: [([UInt8], ImageKind, Int, Int)] = [
            (SamplePictures.photograph(width: 7, height: 5), .png, 7, 5),
            (try jpeg(width: 30, height: 20), .jpeg, 30, 20),
            (SamplePictures.gif, .gif, 4, 3), (webp, .webp, 6, 4), (losslessWebP, .webp, 6, 4),
        ]
        for (bytes, kind, width, height) in expected {
            #expect(try ImageHeader(of: bytes) == ImageHeader(kind: kind, width: width, height: height))
        }
    }

    @Test("a file of which the end is missing is damaged, wherever it ends")
    func truncated() throws {
        for whole in [
            SamplePictures.photograph(width: 4, height: 4), try jpeg(width: 16, height: 16), SamplePictures.gif, webp,
            losslessWebP,
        ] {
            // The last byte of a GIF only says that nothing follows.
            let needed = ImageKind(of: whole) == .gif ? 40 : whole.count
            for length in 0..<needed {
                #expect(throws: ImageError.self) { try ImageHeader(of: Array(whole.prefix(length))) }
            }
        }
    }

    @Test("what is no picture is none, whatever it is called")
    func others() {
        for text in ["", "GIF", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "%PDF-1.7", "RIFF....WAVE", "BM"] {
            #expect(throws: ImageError.unknownKind) { try ImageHeader(of: Array(text.utf8)) }
        }
    }

    @Test("how the camera was held is read", arguments: Orientation.allCases)
    func orientation(orientation: Orientation) throws {
        let notes = SamplePictures.exif(orientation: UInt8(orientation.rawValue))
        #expect(try ImageHeader(of: jpeg().noting(notes)).orientation == orientation)
        let chunk = SamplePictures.pngChunk("eXIf", Array(notes.dropFirst(4)))
        let png = SamplePictures.png(width: 2, height: 2, before: [chunk]) { _, _ in (1, 2, 3, 255) }
        #expect(try ImageHeader(of: png).orientation == orientation)
    }

    @Test("notes that make no sense leave a picture upright")
    func badNotes() throws {
        let good = SamplePictures.exif(orientation: 6)
        for (place, value) in [(21, 9), (10, 0x58), (17, 0xFF), (29, 0), (29, 9), (23, 4), (27, 2), (14, 0xFF)] {
            var notes = good
            notes[place] = UInt8(value)
            #expect(try ImageHeader(of: jpeg().noting(notes)).orientation == .upright, "byte \(place)")
        }
    }

    @Test("a PNG that contradicts itself is damaged")
    func contradictions() {
        let good = SamplePictures.drawing(side: 2)
        for (place, value) in [(24, 3), (25, 1), (26, 1), (27, 1), (28, 2), (19, 0), (11, 14)] {
            var bad = good
            bad[place] = UInt8(value)
            #expect(throws: ImageError.damaged, "byte \(place)") { try ImageHeader(of: bad) }
        }
        let twice = SamplePictures.png(width: 2, height: 2, before: [SamplePictures.pngHeader(width: 9, height: 9)]) {
            _, _ in
            (0, 0, 0, 255)
        }
        #expect(throws: ImageError.damaged) { try ImageHeader(of: twice) }
    }

    @Test("a JPEG of thousands of almost empty passes is refused before it is decoded")
    func scans() throws {
        let whole = try jpeg(width: 16, height: 16)
        let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0]
        let many = Array(whole.dropLast(2)) + Array(repeating: scan, count: 60).flatMap { $0 } + [0xFF, 0xD9]
        #expect(throws: ImageError.unusual) { try ImageHeader(of: many) }
    }

    @Test("a moving WebP is told apart")
    func moving() {
        var moving = webp
        moving[20] |= 2
        #expect(throws: ImageError.animated) { try ImageHeader(of: moving) }
    }
}
