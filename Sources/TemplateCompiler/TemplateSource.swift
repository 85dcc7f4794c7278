/// A template as it was read.
public struct TemplateSource: Sendable {
    /// How other templates name it: its path under Templates/ without `.html`, such as `communities/_row`.
    public let name: String
    /// How diagnostics and the Swift compiler name it.
    public let path: String
    let bytes: [UInt8]
    /// Where each line begins, in bytes; ascending, first 0.
    private let lineStarts: [Int]

    /// - Parameter bytes: UTF-8. A byte order mark and carriage returns before line feeds are dropped.
    public init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var kept: [UInt8] = []
        var lineStarts = [0]
        kept.reserveCapacity(bytes.count)
        for index in start..<bytes.count {
            let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == .lineFeed
            if bytes[index] == .carriageReturn, isBeforeLineFeed { continue }
            kept.append(bytes[index])
            if bytes[index] == .lineFeed { lineStarts.append(kept.count) }
        }
        self.bytes = kept
        self.lineStarts = lineStarts
    }

    public init(name: String, path: String, text: String) {
        self.init(name: name, path: path, bytes: Array(text.utf8))
    }

    /// Whether it is read by mail programs, which load no stylesheets and know no policy of the site's: styles may be
    /// written out in it, though never with an interpolation.
    var isOfMail: Bool { name.hasPrefix("mail/") }

    /// The line of the byte at `offset`, counted from 0.
    ///
    /// - Complexity: O(log *n*) in the number of lines.
    func lineIndex(of offset: Int) -> Int {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Where the line of the byte at `offset` begins.
    func lineStart(before offset: Int) -> Int {
        lineStarts[lineIndex(of: offset)]
    }

    /// After the line break of that line.
    func lineEnd(after offset: Int) -> Int {
        let next = lineIndex(of: offset) + 1
        return next < lineStarts.count ? lineStarts[next] : bytes.count
    }

    /// Line and column, both counted from 1, the column in Unicode scalars.
    func position(of offset: Int) -> (line: Int, column: Int) {
        let line = lineIndex(of: offset)
        let before = bytes[lineStarts[line]..<min(max(offset, lineStarts[line]), bytes.count)]
        return (line + 1, before.count { $0 & 0xC0 != 0x80 } + 1)
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Where the first byte stands that is NUL or no UTF-8.
    var firstInvalidByte: Int? {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&rest), scalar != "\0" {
            offset += UTF8.width(scalar)
        }
        return offset < bytes.count ? offset : nil
    }
}
