/// One record of a CSV file.
struct CSVRecord: Equatable {
    struct Field: Equatable {
        let text: String
        /// Where it begins: a record can span lines.
        let line: Int
    }

    /// Where it begins, from 1.
    let line: Int
    let fields: [Field]

    /// Whether the line is empty, or has nothing but separators.
    var isBlank: Bool { fields.allSatisfy { $0.text.utf8.allSatisfy { $0 == 32 || $0 == 9 } } }
}

/// Why a CSV file cannot be read on.
struct CSVFault: Error, Equatable {
    let line: Int
    let column: Int
    let words: String
}

/// Reads a CSV file record by record, in a few hundred kilobytes of memory.
///
/// Fields may be quoted, with commas, line breaks and doubled quotes in them; lines end with LF, CRLF or CR. A quote
/// inside a field that does not begin with one stands for itself.
/// - Source: RFC 4180, and what spreadsheets write beyond it.
struct CSVReader {
    private let source: ImportSource
    private var decoder: ImportDecoder
    private let isAssumed: Bool
    private var bytes: [UInt8] = []
    private var place = 0
    private var isAtEnd = false
    private(set) var separator = UInt8(ascii: ",")
    private(set) var line = 1
    /// Whether what was read last ended with the end of the file instead of a line break.
    private(set) var endedWithoutBreak = false

    /// Longer records are a missing quote.
    static let longestRecord = 64 * 1024

    /// - Parameter encoding: `nil` for what the file says of itself, else UTF-8.
    /// - Throws: `CSVFault` for a file that is no text.
    init(_ source: ImportSource, encoding: ImportEncoding?) throws {
        self.source = source
        var start: [UInt8] = []
        while start.count < 512, try source.read(into: &start) > 0 {}
        if let kind = ForeignFile.found(start) { throw CSVFault(line: 0, column: 0, words: kind) }
        let mark = ImportEncoding.marked(start)
        decoder = ImportDecoder(mark?.encoding ?? encoding ?? .utf8)
        isAssumed = mark == nil && encoding == nil
        bytes = decoder.decode(start.dropFirst(mark?.length ?? 0))
        separator = Self.separator(of: bytes)
        if bytes.starts(with: "sep=".utf8) { _ = try next() }
    }

    var progress: (done: Int, total: Int) { (source.done, source.size) }

    /// The next record; `nil` at the end of the file.
    ///
    /// - Throws: `CSVFault` where it cannot go on.
    mutating func next() throws -> CSVRecord? {
        guard try byte() != nil else { return nil }
        let start = line
        var fields: [CSVRecord.Field] = []
        var length = 0
        while true {
            let (field, isLast) = try self.field(number: fields.count + 1, length: &length, from: start)
            fields.append(field)
            if isLast { return CSVRecord(line: start, fields: fields) }
        }
    }

    private mutating func field(
        number: Int, length: inout Int, from start: Int
    ) throws -> (field: CSVRecord.Field, isLast: Bool) {
        let began = line
        var text: [UInt8] = []
        if try byte() == UInt8(ascii: "\"") {
            place += 1
            try quoted(into: &text, number: number, length: &length, from: start)
        }
        while true {
            guard let byte = try byte() else {
                endedWithoutBreak = true
                return (try make(text, began, number), true)
            }
            place += 1
            if byte == separator { return (try make(text, began, number), false) }
            if byte == 10 || byte == 13 {
                if byte == 13, try self.byte() == 10 { place += 1 }
                line += 1
                return (try make(text, began, number), true)
            }
            text.append(byte)
            try count(&length, number, from: start)
        }
    }

    private mutating func quoted(
        into text: inout [UInt8], number: Int, length: inout Int, from start: Int
    ) throws {
        let began = line
        while true {
            guard let byte = try byte() else {
                throw CSVFault(
                    line: began, column: number,
                    words: "A quoted field begins here and never ends. The file is cut off, or a quote is missing.")
            }
            place += 1
            if byte == UInt8(ascii: "\"") {
                guard try self.byte() == UInt8(ascii: "\"") else { break }
                place += 1
            } else if byte == 10 || byte == 13 {
                if byte == 13, try self.byte() == 10 { place += 1 }
                line += 1
                text.append(10)
                try count(&length, number, from: began)
                continue
            }
            text.append(byte)
            try count(&length, number, from: began)
        }
        // Blanks before the separator are forgiven, anything else is not.
        while let byte = try byte(), byte != separator, byte != 10, byte != 13 {
            guard byte == 32 || byte == 9 else {
                throw CSVFault(
                    line: line, column: number,
                    words: "There’s more behind the closing quote. Write a quote inside a quoted field twice: \"\".")
            }
            place += 1
        }
    }

    private func count(_ length: inout Int, _ number: Int, from start: Int) throws {
        length += 1
        guard length <= Self.longestRecord else {
            throw CSVFault(
                line: start, column: number,
                words:
                    "This record is longer than \(Self.longestRecord / 1024) KB. A closing quote is missing, perhaps.")
        }
    }

    private func make(_ text: [UInt8], _ line: Int, _ number: Int) throws -> CSVRecord.Field {
        guard let valid = String(validating: text, as: UTF8.self) else {
            let byte = text.first { $0 >= 0x80 } ?? 0
            let hex = String(byte, radix: 16, uppercase: true)
            throw CSVFault(
                line: line, column: number,
                words:
                    "The byte 0x\(hex) is no UTF-8, after \(String(decoding: text.prefix { $0 < 0x80 }, as: UTF8.self).asFound). "
                    + "Save the file as “CSV UTF-8”, or run it again with --encoding windows-1252.")
        }
        guard !text.contains(0) else {
            throw CSVFault(
                line: line, column: number,
                words: isAssumed
                    ? "There’s a zero byte here. For a file in UTF-16, run it again with --encoding utf-16le."
                    : "There’s a zero byte here, which no text has.")
        }
        return CSVRecord.Field(text: valid, line: line)
    }

    /// The byte at the place, read on where need be; `nil` at the end.
    private mutating func byte() throws -> UInt8? {
        if place < bytes.count { return bytes[place] }
        while !isAtEnd, place >= bytes.count {
            bytes.removeAll(keepingCapacity: true)
            place = 0
            guard try source.read(into: &bytes) > 0 else {
                isAtEnd = true
                if decoder.isCutOff {
                    throw CSVFault(
                        line: line, column: 1, words: "The file ends in the middle of a letter: it’s cut off.")
                }
                break
            }
            if decoder.encoding != .utf8 { bytes = decoder.decode(bytes[...]) }
        }
        return place < bytes.count ? bytes[place] : nil
    }

    /// What stands between the fields of the first line: most often a comma, a semicolon where decimals have commas.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        if bytes.starts(with: "sep=".utf8), bytes.count > 4 { return bytes[4] }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 10 || byte == 13 { break }
            if [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains(byte) { counts[byte, default: 0] += 1 }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
    }
}

/// Files that are no CSV, known by how they begin.
enum ForeignFile {
    /// What such a file is and what to do; `nil` for what may be a table.
    static func found(_ start: [UInt8]) -> String? {
        let kinds: [([UInt8], String)] = [
            (Array("%PDF".utf8), "It’s a PDF. Export the table itself, as CSV."),
            (
                Array("PK\u{3}\u{4}".utf8),
                "It’s a workbook or a ZIP. Open it in a spreadsheet and save it as “CSV UTF-8”, or unpack it first."
            ),
            ([0xD0, 0xCF, 0x11, 0xE0], "It’s an old Excel workbook. Open it and save it as “CSV UTF-8”."),
            ([0x1F, 0x8B], "It’s packed with gzip. Unpack it first: gunzip FILE."),
            ([0x89] + Array("PNG".utf8), "It’s a picture."),
            ([0xFF, 0xD8, 0xFF], "It’s a picture."),
            (Array("SQLite format".utf8), "It’s a database. Export the table itself, as CSV."),
        ]
        if start.isEmpty { return "The file is empty." }
        if let kind = kinds.first(where: { start.starts(with: $0.0) }) { return kind.1 }
        let first = start.drop { $0 == 32 || (9...13).contains($0) }.first
        if first == UInt8(ascii: "<") { return "It’s HTML or XML. Export the table as CSV." }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return "It’s JSON. Export the table as CSV." }
        return nil
    }
}
