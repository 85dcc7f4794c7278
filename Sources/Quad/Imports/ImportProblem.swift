/// Something in a file that cannot be taken: where it stands, what stands there, and what to do about it.
package struct ImportProblem: Equatable, Sendable {
    /// From 1; 0 for the file as a whole.
    package let line: Int
    /// From 1; `nil` for the whole line.
    package let column: Int?
    /// The column's name, as the file has it.
    package let columnName: String?
    /// What was found and what would be right, in whole sentences.
    package let words: String

    init(line: Int, column: Int? = nil, columnName: String? = nil, _ words: String) {
        self.line = line
        self.column = column
        self.columnName = columnName
        self.words = words
    }
}

extension ImportProblem: CustomStringConvertible {
    /// "line 17, column 3 (email): “bo.li” isn’t a mail address."
    package var description: String {
        guard line > 0 else { return words }
        var place = "line \(line)"
        if let column { place += ", column \(column)" + (columnName.map { " (\($0))" } ?? "") }
        return "\(place): \(words)"
    }
}

/// All that is wrong with a file, or as much of it as helps.
struct ImportProblems: Sendable {
    /// As many are kept; the others are counted.
    static let mostKept = 100

    private(set) var kept: [ImportProblem] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func add(_ problem: ImportProblem) {
        count += 1
        if kept.count < Self.mostKept { kept.append(problem) }
    }

    /// - Parameter count: of all there are, where `problems` are the first.
    mutating func add(_ problems: [ImportProblem], count: Int) {
        kept.append(contentsOf: problems.prefix(Self.mostKept))
        self.count += count
    }
}

/// The file was not taken: nothing of it was written.
package struct ImportRefused: Error, Equatable, CustomStringConvertible {
    package let file: String
    /// The first, in the order of the file.
    package let problems: [ImportProblem]
    /// Of all.
    package let count: Int

    init(file: String, _ problems: ImportProblems) {
        self.file = file
        let ordered = problems.kept.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
        self.problems = Array(ordered.prefix(ImportProblems.mostKept))
        count = problems.count
    }

    package var description: String {
        let rest = count - problems.count
        let more =
            rest == 0 ? [] : ["… and \(Wording.counted(rest, "more problem", "more problems")) like these."]
        let end = "Nothing was imported: \(Wording.counted(count, "problem", "problems")) to mend in \(file)."
        return (problems.map(\.description) + more + ["", end]).joined(separator: "\n")
    }
}

extension String {
    /// What a file holds, as a message repeats it: in quotes, on one line, not too long.
    var asFound: String {
        let line = String(
            String.UnicodeScalarView(
                unicodeScalars.prefix(61).map { $0.properties.isWhitespace || $0.value < 32 ? " " : $0 }))
        return "“" + (unicodeScalars.count > 60 ? String(line.unicodeScalars.prefix(60)) + "…" : line) + "”"
    }
}
