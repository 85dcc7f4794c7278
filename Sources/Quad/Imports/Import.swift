import FoundationEssentials
package import Postgres

/// A file of the registrar's, read into the database: all of it or nothing, and as often as one likes.
package struct Import: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case universities, courses, enrolments
    }

    package let kind: Kind
    package let path: String
    /// Only says what would happen.
    package var isDryRun = false
    /// Refuses enrolments of people without an account, instead of leaving them out.
    package var isStrict = false
    /// The slug of the university of rows that name none; `nil` where there is one university, or all rows do.
    package var university: String?
    /// `nil` for what the file says of itself, else UTF-8.
    package var encoding: ImportEncoding?

    package init(_ kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// How far it has come: what is being done, bytes or steps done, and of how many.
    package typealias Report = (_ step: String, _ done: Int, _ total: Int) -> Void

    /// What an import did, or would do.
    package struct Outcome: Equatable, Sendable {
        /// "courses", "enrolments".
        package let what: String
        package var added = 0
        package var changed = 0
        /// Rows that said what was so already.
        package var unchanged = 0
        package var notes: [String] = []

        init(what: String) { self.what = what }

        /// "12 courses added, 3 changed, 85 as they were."
        package var words: String {
            "\(Wording.count(added)) \(what) added, \(Wording.count(changed)) changed, \(Wording.count(unchanged)) as they were."
        }
    }

    /// Reads the file and writes what is new in it.
    ///
    /// Memory stays the same however long the file is. Another import waits until this one has ended.
    ///
    /// - Throws: `ImportRefused` with the first hundred problems; nothing was written then.
    package func run(on database: Connection, report: @escaping Report = { _, _, _ in }) throws -> Outcome {
        do {
            return try database.transaction { database in
                _ = try database.fetch(.lockImports)
                var outcome: Outcome
                switch kind {
                case .universities: outcome = try UniversityImport(self).run(on: database, report)
                case .courses: outcome = try CourseImport(self).run(on: database, report)
                case .enrolments: outcome = try EnrolmentImport(self).run(on: database, report)
                }
                report("Writing", 1, 1)
                if isDryRun { throw DryRun(outcome: outcome) }
                return outcome
            }
        } catch let dry as DryRun {
            return dry.outcome
        }
    }

    /// Ends a transaction that was only to show what would happen.
    private struct DryRun: Error {
        let outcome: Outcome
    }
}

extension Import {
    /// Reads all rows of the file into `table`, which holds what `columns` names.
    ///
    /// - Parameter write: writes one row, or notes why it cannot; answers whether it did.
    /// - Returns: names of columns that nobody asked for.
    func load(
        _ database: Connection, known: [ImportColumn], into table: String, columns: [String],
        _ problems: inout ImportProblems, _ report: Report,
        _ values: (ImportTable.Row, inout ImportProblems) -> [any SQLBindable]?
    ) throws -> [String] {
        var unused: [String] = []
        let source = try ImportSource(path)
        try database.copy(into: table, columns: columns) { writer in
            do {
                var file = try ImportTable(source, encoding: encoding, columns: known)
                unused = file.unused
                while let next = try file.next() {
                    switch next {
                    case .failure(let problem): problems.add(problem)
                    case .success(let row):
                        guard let values = values(row, &problems) else { continue }
                        try writer.row { line in for value in values { line.write(value) } }
                    }
                    if writer.count % 1024 == 0 { report("Reading", file.progress.done, file.progress.total) }
                }
            } catch let fault as CSVFault {
                problems.add(
                    ImportProblem(line: fault.line, column: fault.column > 0 ? fault.column : nil, fault.words))
            }
        }
        report("Reading", source.size, max(source.size, 1))
        return unused
    }

    func refuse(_ problems: ImportProblems) throws {
        guard problems.isEmpty else { throw ImportRefused(file: path, problems) }
    }

    /// What to tell of columns that were not read.
    static func note(unused: [String]) -> [String] {
        unused.isEmpty ? [] : ["Not read: the columns \(unused.prefix(20).joined(separator: ", "))."]
    }
}

extension Query where Output == Int {
    fileprivate static var lockImports: Self {
        Query<Int>.execute("SELECT pg_advisory_xact_lock(hashtextextended('quad import', 0))").idempotent
    }
}

extension ImportProblem {
    /// One row of a statement that looks for problems: line, column, its name, what is wrong.
    init(line: Int, words: String) {
        self.init(line: line, column: nil, columnName: nil, words)
    }
}

extension ImportProblems {
    /// Adds what a statement found: at most a hundred rows, each with the count of all in it.
    mutating func add(_ found: [(problem: ImportProblem, count: Int)]) {
        add(found.map(\.problem), count: found.first?.count ?? 0)
    }
}
