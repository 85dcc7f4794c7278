/// The columns a kind of file has.
struct ImportColumn: Sendable {
    /// As the documentation names it.
    let name: String
    /// Other names that registrars' systems give it.
    let aliases: [String]
    let isNeeded: Bool

    init(_ name: String, or aliases: String..., isNeeded: Bool = false) {
        self.name = name
        self.aliases = aliases
        self.isNeeded = isNeeded
    }
}

/// A CSV file read with its head: rows whose fields have names.
struct ImportTable {
    private var reader: CSVReader
    /// For each known column its place in a record, where the file has it.
    private let places: [String: Int]
    /// The file's own names of its columns.
    private let heads: [String]
    /// Columns nobody asks for.
    let unused: [String]

    /// One record, by the names of its columns.
    struct Row {
        let record: CSVRecord
        fileprivate let places: [String: Int]
        fileprivate let heads: [String]

        var line: Int { record.line }

        /// `nil` where the file has no such column.
        subscript(name: String) -> String? { places[name].map { record.fields[$0].text } }

        /// A problem with one of its fields.
        func problem(_ name: String, _ words: String) -> ImportProblem {
            guard let place = places[name] else { return ImportProblem(line: line, words) }
            return ImportProblem(
                line: record.fields[place].line, column: place + 1, columnName: heads[place], words)
        }
    }

    /// - Throws: `CSVFault`, or `ImportProblem` for a head that doesn't fit.
    init(_ source: ImportSource, encoding: ImportEncoding?, columns: [ImportColumn]) throws {
        reader = try CSVReader(source, encoding: encoding)
        var record = try reader.next()
        while let blank = record, blank.isBlank { record = try reader.next() }
        guard let head = record else { throw CSVFault(line: 0, column: 0, words: "The file is empty.") }
        let names = head.fields.map { Self.plain($0.text) }
        var places: [String: Int] = [:]
        for column in columns {
            let found = names.indices.filter { names[$0] == column.name || column.aliases.contains(names[$0]) }
            if found.count > 1 {
                throw CSVFault(
                    line: head.line, column: found[1] + 1,
                    words: "The column \(column.name) is there twice. Leave one out.")
            }
            if let place = found.first { places[column.name] = place }
        }
        let missing = columns.filter { $0.isNeeded && places[$0.name] == nil }.map(\.name)
        guard missing.isEmpty else {
            let all = columns.map { $0.isNeeded ? $0.name : "\($0.name) (may be left out)" }.joined(separator: ", ")
            throw CSVFault(
                line: head.line, column: 1,
                words: "The first line has to name the columns. Missing: \(missing.joined(separator: ", ")). "
                    + "Found: \(head.fields.prefix(12).map(\.text.asFound).joined(separator: ", ")). Known: \(all).")
        }
        let used = Set(places.values)
        self.places = places
        let heads = head.fields.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        self.heads = heads
        unused = heads.indices.filter { !used.contains($0) && !heads[$0].isEmpty }.map { heads[$0] }
    }

    var progress: (done: Int, total: Int) { reader.progress }

    func has(_ name: String) -> Bool { places[name] != nil }

    /// The next row; `nil` at the end. Blank lines are no rows.
    ///
    /// - Throws: `ImportProblem`'s fault where the file cannot be read on; a row of another length is a problem of its
    ///   own, and reading goes on.
    mutating func next() throws -> Result<Row, ImportProblem>? {
        while let record = try reader.next() {
            if record.isBlank { continue }
            guard record.fields.count == heads.count else {
                let isEnd = reader.endedWithoutBreak && record.fields.count < heads.count
                return .failure(
                    ImportProblem(
                        line: record.line,
                        "It has \(Wording.counted(record.fields.count, "field", "fields")), the first line has \(heads.count). "
                            + (isEnd
                                ? "The file ends here: it’s cut off, perhaps."
                                : "Put a field that holds a comma into quotes.")))
            }
            return .success(Row(record: record, places: places, heads: heads))
        }
        return nil
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_"))
    }
}

extension ImportProblem: Error {}
