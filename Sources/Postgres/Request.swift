/// A statement with its parameters, and whether it may be sent twice.
@usableFromInline struct Request: Sendable {
    let sql: SQL
    let retry: Retry

    enum Retry: Sendable {
        /// Found out from the statement's text.
        case asText
        case safe, unsafe
    }

    @usableFromInline init(_ sql: SQL) {
        self.init(sql, retry: .asText)
    }

    private init(_ sql: SQL, retry: Retry) {
        self.sql = sql
        self.retry = retry
    }

    func marked(_ retry: Retry) -> Request { Request(sql, retry: retry) }

    var isRetrySafe: Bool { isRetrySafe(textReads: Self.reads(sql.text)) }

    /// - Parameter textReads: `reads(sql.text)`, which the caller may have kept.
    func isRetrySafe(textReads: @autoclosure () -> Bool) -> Bool {
        switch retry {
        case .asText: textReads()
        case .safe: true
        case .unsafe: false
        }
    }

    /// Whether a statement only reads, judged by its words. In doubt it does not.
    static func reads(_ text: String) -> Bool {
        let words = text.uppercased().split { !$0.isLetter && $0 != "_" }
        switch words.first {
        case "SELECT", "VALUES", "TABLE", "WITH":
            return !words.contains { ["INSERT", "UPDATE", "DELETE", "MERGE", "INTO"].contains($0) }
        default:
            return false
        }
    }
}
