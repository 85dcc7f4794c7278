/// - Source: Portable Network Graphics, third edition (W3C), sections 5 and 11.
enum PNGHeader {
    static func read(_ file: ByteReader) throws(ImageError) -> ImageHeader {
        guard file.big(4, at: 8) == 13, file.has("IHDR", at: 12), let width = file.big(4, at: 16),
            let height = file.big(4, at: 20), let depth = file.byte(at: 24), let color = file.byte(at: 25),
            isAllowed(depth: depth, color: color), file.byte(at: 26) == 0, file.byte(at: 27) == 0,
            let interlace = file.byte(at: 28), interlace <= 1
        else { throw .damaged }
        return ImageHeader(kind: .png, width: width, height: height, orientation: try orientation(file))
    }

    private static func isAllowed(depth: Int, color: Int) -> Bool {
        switch color {
        case 0: [1, 2, 4, 8, 16].contains(depth)
        case 3: [1, 2, 4, 8].contains(depth)
        case 2, 4, 6: depth == 8 || depth == 16
        default: false
        }
    }

    /// Goes from chunk to chunk: there are pixels, and the end is there.
    private static func orientation(_ file: ByteReader) throws(ImageError) -> Orientation {
        var orientation = Orientation.upright
        var hasPixels = false
        var place = 33
        while let length = file.big(4, at: place), file.count - place - 12 >= length {
            if file.has("IEND", at: place + 4) {
                guard hasPixels else { throw .damaged }
                return orientation
            }
            if file.has("IHDR", at: place + 4) { throw .damaged }
            if file.has("IDAT", at: place + 4) { hasPixels = true }
            if file.has("eXIf", at: place + 4) {
                orientation = Exif.orientation(file, (place + 8)..<(place + 8 + length))
            }
            place += 12 + length
        }
        throw .damaged
    }
}
