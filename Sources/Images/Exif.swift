/// The one thing of a camera's notes that is used before all of them are dropped.
///
/// - Source: Exif 2.32, sections 4.5 and 4.6; TIFF 6.0, section 2.
enum Exif {
    private static let orientationTag = 0x0112
    private static let shortType = 3
    /// Entries of a directory that are looked at; cameras write some twenty.
    private static let mostEntries = 500

    /// - Parameter range: of the notes, from their byte order mark on, or from the words "Exif" before it.
    /// - Returns: `.upright` for notes that say nothing of it, or are not understood.
    static func orientation(_ file: ByteReader, _ range: Range<Int>) -> Orientation {
        var start = range.lowerBound
        if file.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: start) { start += 6 }
        guard range.upperBound <= file.count, start < range.upperBound else { return .upright }
        let notes = ByteReader(Array(file.bytes[start..<range.upperBound]))
        if notes.has([0x49, 0x49, 0x2A, 0], at: 0) { return orientation(notes, notes.little) ?? .upright }
        if notes.has([0x4D, 0x4D, 0, 0x2A], at: 0) { return orientation(notes, notes.big) ?? .upright }
        return .upright
    }

    private static func orientation(_ notes: ByteReader, _ number: (Int, Int) -> Int?) -> Orientation? {
        guard let directory = number(4, 4), let count = number(2, directory) else { return nil }
        for index in 0..<min(count, mostEntries) {
            let entry = directory + 2 + index * 12
            guard let tag = number(2, entry) else { return nil }
            guard tag == orientationTag else { continue }
            guard number(2, entry + 2) == shortType, number(4, entry + 4) == 1 else { return nil }
            return number(2, entry + 8).flatMap(Orientation.init(rawValue:))
        }
        return nil
    }
}
