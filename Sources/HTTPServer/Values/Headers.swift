/// The header lines of a request. Names are compared without regard to case.
public struct Headers: Sendable {
    /// In the form of ``FieldLines``.
    private let lines: [UInt8]

    public init(_ pairs: [(name: String, value: String)] = []) {
        var lines: [UInt8] = []
        for pair in pairs {
            precondition(!pair.name.utf8.contains(0) && !pair.value.utf8.contains(0), "NUL in a header")
            lines += pair.name.utf8
            lines.append(0)
            lines += pair.value.utf8
            lines += [0, 0]
        }
        self.lines = lines
    }

    init(copying fields: FieldLines) {
        lines = Array(UnsafeBufferPointer(start: fields.start, count: fields.end - fields.start))
    }

    /// The first value under `name`, without surrounding white space. Bytes that are no UTF-8 are
    /// shown as U+FFFD.
    ///
    /// - Complexity: O(*n*) in the bytes of the headers; keep the answer rather than ask twice.
    public subscript(name: String) -> String? {
        var name = name
        return name.withUTF8 { name in
            withFields { $0.first(name).map { String(decoding: $0, as: UTF8.self) } }
        }
    }

    /// Every value under `name`, in order.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name.count == name.count && $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// Names as the client wrote them, and values, in order.
    public var pairs: [(name: String, value: String)] {
        withFields { fields in
            var pairs: [(name: String, value: String)] = []
            fields.forEach { name, value in
                pairs.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
                return true
            }
            return pairs
        } ?? []
    }

    func withFields<Answer>(_ body: (FieldLines) -> Answer?) -> Answer? {
        lines.withUnsafeBufferPointer { lines in
            guard let start = lines.baseAddress else { return nil }
            return body(FieldLines(start: start, end: start + lines.count))
        }
    }
}
