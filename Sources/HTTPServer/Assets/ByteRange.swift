/// One range of bytes of a `Range` header (RFC 9110, section 14.1.2).
enum ByteRange: Equatable {
    /// No range, several, another unit or not understood: the whole is sent, as the standard allows.
    case whole
    case part(Range<Int>)
    case unsatisfiable

    /// - Parameter size: of the whole in bytes.
    init(_ header: UnsafeBufferPointer<UInt8>, size: Int) {
        self.init(String(decoding: header, as: UTF8.self), size: size)
    }

    init(_ text: String, size: Int) {
        guard text.hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = text.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, let first = Self.number(ends[0]), let last = Self.number(ends[1]) else {
            self = .whole
            return
        }
        self = Self.range(first, last, size)
    }

    private static func range(_ first: Int?, _ last: Int?, _ size: Int) -> ByteRange {
        switch (first, last) {
        case (nil, nil): .whole
        case (nil, let count?): count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
        case (let first?, nil): first < size ? .part(first..<size) : .unsatisfiable
        case (let first?, let last?) where first > last: .whole
        case (let first?, let last?): first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        }
    }

    /// `.some(nil)` for nothing, `nil` for what is no number.
    private static func number(_ text: Substring) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard text.utf8.count <= 18, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(text) else {
            return nil
        }
        return .some(number)
    }
}
