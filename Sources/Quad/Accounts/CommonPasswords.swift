/// The passwords that people choose most.
enum CommonPasswords {
    /// - Parameter word: in lower case.
    /// - Complexity: a binary search over the literal itself, 17 comparisons; nothing is unpacked or kept.
    static func contains(_ word: String) -> Bool {
        let word = Array(word.utf8)
        let bytes = text.utf8.span
        // Both stand at the beginning of a word, or behind the last one.
        var low = 0, high = bytes.count
        while low < high {
            var start = (low + high) / 2
            while start > low, !isSeparator(bytes[start - 1]) { start -= 1 }
            var end = start
            while end < high, !isSeparator(bytes[end]) { end += 1 }
            let order = order(of: word, and: bytes.extracting(start..<end))
            if order == 0 { return true }
            if order < 0 { high = start } else { low = end + 1 }
        }
        return false
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte <= 0x20
    }

    /// Below 0 when `word` stands before `other`, above when behind it.
    private static func order(of word: [UInt8], and other: Span<UInt8>) -> Int {
        for index in 0..<min(word.count, other.count) where word[index] != other[index] {
            return Int(word[index]) - Int(other[index])
        }
        return word.count - other.count
    }
}
