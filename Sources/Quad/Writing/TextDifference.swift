/// How one text became another: word by word, or by lines where that would cost too much.
struct TextDifference: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
        /// A long part that did not change, left out.
        case skipped
    }

    let parts: [Part]

    /// Tokens of each side, between the common ends, that are compared word by word.
    static let mostTokens = 5_000
    /// Changed tokens looked for before the texts are taken as different altogether; the cost grows with the square.
    static let mostEdits = 1_000

    /// - Parameter context: characters kept at each side of a change where a part that did not change is longer;
    ///   `nil` keeps all of it.
    init(from old: String, to new: String, context: Int? = nil) {
        let parts =
            Self.parts(TextTokens.words(of: old), TextTokens.words(of: new), most: Self.mostTokens)
            ?? Self.parts(TextTokens.lines(of: old), TextTokens.lines(of: new), most: .max)
            ?? [.removed(old), .added(new)]
        self.parts = context.map { Self.shortened(parts, to: $0) } ?? parts
    }

    var isEmpty: Bool { !parts.contains { $0.isChange } }

    /// - Returns: `nil` when the texts are too long, or differ too much.
    private static func parts(_ old: [Substring], _ new: [Substring], most: Int) -> [Part]? {
        var start = 0
        while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
        var end = 0
        while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] { end += 1 }
        let (before, after) = (old[start..<old.count - end], new[start..<new.count - end])
        guard before.count <= most, after.count <= most else { return nil }
        var numbers: [Substring: Int32] = [:]
        func numbered(_ tokens: ArraySlice<Substring>) -> [Int32] {
            tokens.map { token in
                let next = Int32(truncatingIfNeeded: numbers.count)
                numbers[token] = numbers[token] ?? next
                return numbers[token] ?? next
            }
        }
        guard let pairs = EditPath.common(of: numbered(before), numbered(after), mostEdits: mostEdits) else {
            return nil
        }
        var builder = DifferenceBuilder()
        builder.keep(old[..<start])
        var (i, j) = (before.startIndex, after.startIndex)
        for pair in pairs {
            builder.replace(before[i..<before.startIndex + pair.old], with: after[j..<after.startIndex + pair.new])
            builder.keep(before[before.startIndex + pair.old...before.startIndex + pair.old])
            (i, j) = (before.startIndex + pair.old + 1, after.startIndex + pair.new + 1)
        }
        builder.replace(before[i...], with: after[j...])
        builder.keep(old[(old.count - end)...])
        return builder.finish()
    }

    private static func shortened(_ parts: [Part], to context: Int) -> [Part] {
        parts.enumerated().flatMap { index, part -> [Part] in
            guard case .same(let text) = part, text.count > context * 3 else { return [part] }
            let head: [Part] = index == 0 ? [] : [.same(String(text.prefix(context)))]
            let tail: [Part] = index == parts.count - 1 ? [] : [.same(String(text.suffix(context)))]
            return head + [.skipped] + tail
        }
    }
}

extension TextDifference.Part {
    var isChange: Bool {
        switch self {
        case .removed, .added: true
        case .same, .skipped: false
        }
    }
}

/// Puts parts together so that they read well: a blank between two changes is part of both.
private struct DifferenceBuilder {
    private var parts: [TextDifference.Part] = []
    private var (same, removed, added) = ("", "", "")

    mutating func keep(_ tokens: ArraySlice<Substring>) {
        for token in tokens { same += token }
    }

    mutating func replace(_ old: ArraySlice<Substring>, with new: ArraySlice<Substring>) {
        guard !old.isEmpty || !new.isEmpty else { return }
        if same == " ", !removed.isEmpty, !added.isEmpty {
            removed += same
            added += same
            same = ""
        } else if !same.isEmpty {
            flushChange()
            flushSame()
        }
        for token in old { removed += token }
        for token in new { added += token }
    }

    mutating func finish() -> [TextDifference.Part] {
        flushChange()
        flushSame()
        return parts
    }

    private mutating func flushChange() {
        if !removed.isEmpty { parts.append(.removed(removed)) }
        if !added.isEmpty { parts.append(.added(added)) }
        (removed, added) = ("", "")
    }

    private mutating func flushSame() {
        if !same.isEmpty { parts.append(.same(same)) }
        same = ""
    }
}
