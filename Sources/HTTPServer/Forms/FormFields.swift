internal import Glibc

/// Names and values in the order they were sent: a query string, or the fields of a form.
public struct FormFields: Sendable {
    public internal(set) var pairs: [(name: String, value: String)] = []

    public init() {}

    public init(_ pairs: [(name: String, value: String)]) {
        self.pairs = pairs
    }

    public var isEmpty: Bool { pairs.isEmpty }

    /// The first value of this name.
    public subscript(name: String) -> String? {
        for pair in pairs where pair.name == name { return pair.value }
        return nil
    }

    /// Every value of this name, in order: what a group of checkboxes sends.
    public func all(_ name: String) -> [String] {
        pairs.compactMap { $0.name == name ? $0.value : nil }
    }
}

extension FormFields {
    /// Fields in one form or query; the 201st is an error.
    public static let limit = 200
    /// Bytes in a decoded field name.
    public static let nameLimit = 100

    /// Reads `application/x-www-form-urlencoded` strictly: nothing is dropped or repaired.
    ///
    /// - Complexity: O(*n*).
    public static func parse(_ bytes: some Sequence<UInt8>) throws(FormError) -> FormFields {
        let whole = Array(bytes)
        return try whole.borrowed { bytes throws(FormError) in try parse(bytes) }
    }

    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormError) -> FormFields {
        var fields = FormFields()
        var rest = bytes
        while !rest.isEmpty {
            let pair = rest.before(0x26)
            rest = UnsafeBufferPointer(rebasing: rest.dropFirst(pair.count + 1))
            if pair.isEmpty { continue }
            guard fields.pairs.count < limit else { throw .tooManyFields(limit: limit) }
            let encodedName = pair.before(0x3D)
            let name = try PercentEncoding.decode(encodedName, .form)
            guard name.utf8.count <= nameLimit else { throw .nameTooLong(limit: nameLimit) }
            let encodedValue = UnsafeBufferPointer(rebasing: pair.dropFirst(encodedName.count + 1))
            fields.pairs.append((name, try PercentEncoding.decode(encodedValue, .form)))
        }
        return fields
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Everything before the first `byte`; all of it when there is none.
    fileprivate func before(_ byte: UInt8) -> UnsafeBufferPointer<UInt8> {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return self }
        return UnsafeBufferPointer(start: start, count: UnsafeRawPointer(start).distance(to: found))
    }
}
