/// - Source: RFC 9649.
enum WebPHeader {
    static func read(_ file: ByteReader) throws(ImageError) -> ImageHeader {
        guard let size = file.little(4, at: 4), size <= file.count - 8 else { throw .damaged }
        let end = 8 + size
        guard file.has("VP8X", at: 12) else {
            let (width, height) = try pixels(file, at: 12, end: end)
            return ImageHeader(kind: .webp, width: width, height: height)
        }
        guard file.little(4, at: 16) == 10, let flags = file.byte(at: 20), let width = file.little(3, at: 24),
            let height = file.little(3, at: 27)
        else { throw .damaged }
        if flags & 2 != 0 { throw .animated }
        var header = ImageHeader(kind: .webp, width: width + 1, height: height + 1)
        try check(&header, file, end: end)
        return header
    }

    /// Looks for the pixels, which are as many as was said, and for how the camera was held.
    private static func check(_ header: inout ImageHeader, _ file: ByteReader, end: Int) throws(ImageError) {
        var isFound = false
        var place = 30
        while place + 8 <= end {
            guard let length = file.little(4, at: place + 4), length <= end - place - 8 else { throw .damaged }
            if file.has("VP8 ", at: place) || file.has("VP8L", at: place) {
                let (width, height) = try pixels(file, at: place, end: end)
                guard !isFound, (width, height) == (header.width, header.height) else { throw .damaged }
                isFound = true
            } else if file.has("EXIF", at: place) {
                header = ImageHeader(
                    kind: .webp, width: header.width, height: header.height,
                    orientation: Exif.orientation(file, (place + 8)..<(place + 8 + length)))
            }
            place += 8 + length + length % 2
        }
        guard isFound else { throw .damaged }
    }

    private static func pixels(_ file: ByteReader, at place: Int, end: Int) throws(ImageError) -> (Int, Int) {
        guard let length = file.little(4, at: place + 4), length <= end - place - 8 else { throw .damaged }
        if file.has("VP8 ", at: place) {
            // A key frame, its start code, and two sizes of 14 bits.
            guard let frame = file.byte(at: place + 8), frame & 1 == 0, file.has([0x9D, 0x01, 0x2A], at: place + 11),
                let width = file.little(2, at: place + 14), let height = file.little(2, at: place + 16)
            else { throw .damaged }
            return (width & 0x3FFF, height & 0x3FFF)
        }
        guard file.has("VP8L", at: place), file.byte(at: place + 8) == 0x2F, let sizes = file.little(4, at: place + 9)
        else { throw .damaged }
        return (sizes & 0x3FFF + 1, sizes >> 14 & 0x3FFF + 1)
    }
}
