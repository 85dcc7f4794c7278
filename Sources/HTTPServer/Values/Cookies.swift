/// Reads `Cookie` lines (RFC 6265, section 4.2.1) where they lie.
enum Cookies {
    /// - Complexity: O(*n*) in the bytes of the headers; allocates nothing.
    static func value(_ name: UnsafeBufferPointer<UInt8>, in fields: FieldLines) -> UnsafeBufferPointer<UInt8>? {
        var found: UnsafeBufferPointer<UInt8>?
        let cookie: StaticString = "cookie"
        fields.forEach { line, value in
            guard line.count == 6, equalIgnoringCase(line, cookie.bytes) else { return true }
            found = self.value(name, in: value)
            return found == nil
        }
        return found
    }

    private static func value(
        _ name: UnsafeBufferPointer<UInt8>, in line: UnsafeBufferPointer<UInt8>
    ) -> UnsafeBufferPointer<UInt8>? {
        var rest = line[...]
        while !rest.isEmpty {
            let pair = rest.prefix { $0 != 0x3B }
            rest = rest[pair.endIndex...].dropFirst()
            let trimmed = pair.drop { $0 == 0x20 || $0 == 0x09 }
            guard let equals = trimmed.firstIndex(of: 0x3D),
                trimmed[..<equals].elementsEqual(name)
            else { continue }
            var value = trimmed[(equals + 1)...]
            while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
            if value.count >= 2, value.first == 0x22, value.last == 0x22 { value = value.dropFirst().dropLast() }
            return UnsafeBufferPointer(rebasing: value)
        }
        return nil
    }
}
