/// A mistake in a template, worded for the person who wrote it: what is wrong and what to write instead.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in Unicode scalars.
    public let column: Int
    public let message: String

    /// In the form that compilers use and editors understand.
    public var description: String { "\(path):\(line):\(column): error: \(message)" }
}

/// The mistakes found in one template so far.
struct Report {
    let source: TemplateSource
    private var found: [(offset: Int, message: String)] = []

    init(on source: TemplateSource) {
        self.source = source
    }

    mutating func error(at offset: Int, _ message: String) {
        found.append((offset, message))
    }

    /// In the order in which they stand in the template, each once.
    var diagnostics: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return found.sorted { ($0.offset, $0.message) < ($1.offset, $1.message) }.compactMap { offset, message in
            let (line, column) = source.position(of: offset)
            let diagnostic = Diagnostic(path: source.path, line: line, column: column, message: message)
            return seen.insert(diagnostic).inserted ? diagnostic : nil
        }
    }
}
