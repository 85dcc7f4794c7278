import FoundationEssentials

/// A place in a list of what was found: how well the last of the page before fits, and what it is.
///
/// Written as "fit,key"; the key tells apart what fits equally well.
struct SearchCursor: Equatable, Sendable, CustomStringConvertible {
    let fit: Double
    let key: String

    init(fit: Double, key: String) {
        self.fit = fit
        self.key = key
    }

    /// - Returns: `nil` unless the text is what `description` writes.
    init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let fit = Double(parts[0]), fit.isFinite, (1...400).contains(parts[1].utf8.count)
        else { return nil }
        self.init(fit: fit, key: String(parts[1]))
        guard description == text, !key.utf8.contains(0) else { return nil }
    }

    /// The key as the identity it is.
    var id: UUID? { UUID(uuidString: key) }

    var description: String { "\(fit),\(key)" }
}
