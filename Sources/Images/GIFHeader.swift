/// - Source: GRAPHICS INTERCHANGE FORMAT, version 89a (CompuServe).
enum GIFHeader {
    /// The size of the first picture, which is the one that is kept.
    static func read(_ file: ByteReader) throws(ImageError) -> ImageHeader {
        guard let flags = file.byte(at: 10) else { throw .damaged }
        var place = 13 + sizeOfTable(flags)
        while let block = file.byte(at: place) {
            switch block {
            case 0x21: place = try endOfBlocks(file, from: place + 2)
            case 0x2C:
                guard let width = file.little(2, at: place + 5), let height = file.little(2, at: place + 7),
                    let flags = file.byte(at: place + 9)
                else { throw .damaged }
                let pixels = place + 10 + sizeOfTable(flags)
                guard let codeSize = file.byte(at: pixels), (1...8).contains(codeSize) else { throw .damaged }
                _ = try endOfBlocks(file, from: pixels + 1)
                return ImageHeader(kind: .gif, width: width, height: height)
            default: throw .damaged
            }
        }
        throw .damaged
    }

    /// Bytes of the colours that follow, if any do.
    private static func sizeOfTable(_ flags: Int) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1)
    }

    /// What follows a run of blocks, of which each says how long it is and the last is empty.
    private static func endOfBlocks(_ file: ByteReader, from start: Int) throws(ImageError) -> Int {
        var place = start
        while let length = file.byte(at: place) {
            place += 1 + length
            if length == 0 { return place }
        }
        throw .damaged
    }
}
