extension ImportTable.Row {
    /// A text on one line; empty where the column is missing.
    ///
    /// - Parameter limit: the most characters.
    /// - Returns: `nil` after noting why it cannot be taken.
    func text(_ name: String, limit: Int, isNeeded: Bool = false, _ problems: inout ImportProblems) -> String? {
        let typed = self[name] ?? ""
        if let plain = Self.plain(typed), plain.utf8.count <= limit, !(isNeeded && plain.isEmpty) { return plain }
        do throws(OneLineError) {
            guard isNeeded || typed.contains(where: { !$0.isWhitespace }) else { return "" }
            return try OneLine(typed, limit: limit).text
        } catch {
            problems.add(problem(name, Self.words(error, typed, limit)))
            return nil
        }
    }

    /// What most fields are, without a look at each of their scalars: printable ASCII, blanks at its ends dropped.
    private static func plain(_ typed: String) -> String? {
        var typed = typed
        return typed.withUTF8 { bytes -> String? in
            var (start, end) = (0, bytes.count)
            while start < end, bytes[start] == 32 { start += 1 }
            while end > start, bytes[end - 1] == 32 { end -= 1 }
            for place in start..<end {
                guard (32..<127).contains(bytes[place]) else { return nil }
                if bytes[place] == 32, bytes[place - 1] == 32 { return nil }
            }
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }
    }

    private static func words(_ error: OneLineError, _ typed: String, _ limit: Int) -> String {
        switch error {
        case .empty: "Nothing stands here, and something must."
        case .tooLong(let count):
            "\(typed.asFound) has \(Wording.count(count)) characters; \(limit) is the most."
        case .misleading: "\(typed.asFound) has invisible characters in it. Type it anew."
        }
    }
}
