/// - Source: ITU-T T.81, annex B.
enum JPEGHeader {
    /// Passes over the picture. Cameras write one, "progressive" files about ten; thousands of almost empty ones would
    /// keep a decoder busy for minutes.
    private static let mostScans = 50

    static func read(_ file: ByteReader) throws(ImageError) -> ImageHeader {
        var frame: (width: Int, height: Int)?
        var orientation: Orientation?
        var scans = 0
        var place = 2
        while let marker = marker(file, at: &place) {
            switch marker {
            case 0xD9:
                guard let frame, scans > 0 else { throw .damaged }
                return ImageHeader(
                    kind: .jpeg, width: frame.width, height: frame.height, orientation: orientation ?? .upright)
            case 0x01, 0xD0...0xD7: continue
            case 0xD8: throw .damaged
            default: break
            }
            guard let length = file.big(2, at: place), length >= 2, place + length <= file.count else { throw .damaged }
            switch marker {
            case 0xC0, 0xC1, 0xC2:
                guard frame == nil else { throw .damaged }
                frame = try size(file, at: place, length)
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unusual
            case 0xE1 where file.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: place + 2) && length >= 8:
                orientation = orientation ?? Exif.orientation(file, (place + 8)..<(place + length))
            case 0xDA:
                scans += 1
                guard frame != nil else { throw .damaged }
                guard scans <= mostScans else { throw .unusual }
            default: break
            }
            place += length
            if marker == 0xDA { place = try endOfScan(file, from: place) }
        }
        throw .damaged
    }

    /// The next marker, and the place behind it. Bytes of 0xFF may stand before one.
    private static func marker(_ file: ByteReader, at place: inout Int) -> Int? {
        guard file.byte(at: place) == 0xFF else { return nil }
        while file.byte(at: place) == 0xFF { place += 1 }
        guard let marker = file.byte(at: place), marker != 0 else { return nil }
        place += 1
        return marker
    }

    private static func size(_ file: ByteReader, at place: Int, _ length: Int) throws(ImageError) -> (Int, Int) {
        guard let depth = file.byte(at: place + 2), let height = file.big(2, at: place + 3),
            let width = file.big(2, at: place + 5), let components = file.byte(at: place + 7),
            length == 8 + 3 * components
        else { throw .damaged }
        guard depth == 8, [1, 3, 4].contains(components) else { throw .unusual }
        return (width, height)
    }

    /// Where the pixels end: at a marker that is neither a byte of theirs (0xFF 0x00) nor a restart.
    private static func endOfScan(_ file: ByteReader, from start: Int) throws(ImageError) -> Int {
        var place = start
        while let found = file.next(0xFF, from: place), let next = file.byte(at: found + 1) {
            switch next {
            case 0x00, 0xD0...0xD7: place = found + 2
            case 0xFF: place = found + 1
            default: return found
            }
        }
        throw .damaged
    }
}
