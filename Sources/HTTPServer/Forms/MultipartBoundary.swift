/// The boundary that a `Content-Type` announces.
enum MultipartBoundary {
    /// - Returns: 1 to 70 of the characters of RFC 2046, section 5.1.1.
    /// - Throws: `.multipart` without exactly one well-formed `boundary` parameter.
    static func read(from contentType: String) throws(FormError) -> [UInt8] {
        var boundary: [UInt8]?
        var rest = Substring(contentType).drop { $0 != ";" }.dropFirst()
        while !rest.isEmpty {
            let (name, value, tail) = try parameter(rest)
            rest = tail
            guard name.isEqualIgnoringCase("boundary") else { continue }
            guard boundary == nil else { throw .multipart("two boundaries") }
            boundary = Array(value.utf8)
        }
        guard let boundary, (1...70).contains(boundary.count), boundary.last != 0x20,
            boundary.allSatisfy(isAllowed)
        else { throw .multipart("no usable boundary") }
        return boundary
    }

    /// One `name=value` or `name="value"`, and what follows its semicolon. A value in quotes ends at the
    /// next quotation mark: browsers write `"` inside as `%22` (HTML, multipart/form-data encoding).
    static func parameter(_ text: Substring) throws(FormError) -> (name: String, value: String, tail: Substring) {
        let text = text.drop { $0 == " " || $0 == "\t" }
        guard let equals = text.firstIndex(of: "=") else { throw .multipart("a parameter without value") }
        let name = String(text[..<equals])
        var rest = text[text.index(after: equals)...]
        let value: Substring
        if rest.first == "\"" {
            rest = rest.dropFirst()
            guard let quote = rest.firstIndex(of: "\"") else { throw .multipart("a quotation mark is missing") }
            value = rest[..<quote]
            rest = rest[rest.index(after: quote)...]
        } else {
            value = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
            rest = rest[value.endIndex...]
        }
        rest = rest.drop { $0 == " " || $0 == "\t" }
        guard rest.isEmpty || rest.first == ";" else { throw .multipart("a parameter is not understood") }
        return (name, String(value), rest.dropFirst())
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "'()+_,-./:=? ".utf8.contains(byte)
        }
    }
}
