/// What the head of one part says.
struct MultipartPart {
    let name: String
    /// `nil` for an ordinary field.
    let fileName: String?
    let contentType: String

    /// - Parameter head: the lines before the empty one, with CRLF between them.
    init(head: UnsafeBufferPointer<UInt8>) throws(FormError) {
        guard let text = String(validating: head, as: UTF8.self) else { throw .notUTF8 }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }) else {
            throw .control
        }
        var disposition: String?
        var type = "application/octet-stream"
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstIndex(of: ":") else { throw .multipart("a part header without colon") }
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            let header = String(line[..<colon])
            if header.isEqualIgnoringCase("content-disposition") {
                guard disposition == nil else { throw .multipart("two dispositions") }
                disposition = String(value)
            } else if header.isEqualIgnoringCase("content-type") {
                type = String(value)
            }
        }
        guard let disposition else { throw .multipart("a part without disposition") }
        (name, fileName) = try Self.names(in: disposition)
        contentType = type
    }

    private static func names(in disposition: String) throws(FormError) -> (String, String?) {
        let kind = disposition.prefix { $0 != ";" && $0 != " " }
        guard String(kind).isEqualIgnoringCase("form-data") else { throw .multipart("a part that is no form data") }
        var rest = disposition[kind.endIndex...].drop { $0 != ";" }.dropFirst()
        var name: String?
        var fileName: String?
        while !rest.isEmpty {
            let (key, value, tail) = try MultipartBoundary.parameter(rest)
            rest = tail
            if key.isEqualIgnoringCase("name") {
                guard name == nil else { throw .multipart("two names") }
                name = value
            } else if key.isEqualIgnoringCase("filename") {
                guard fileName == nil else { throw .multipart("two file names") }
                fileName = lastComponent(of: value)
            }
        }
        guard let name else { throw .multipart("a part without name") }
        guard name.utf8.count <= FormFields.nameLimit else { throw .nameTooLong(limit: FormFields.nameLimit) }
        return (name, fileName)
    }

    private static func lastComponent(of name: String) -> String {
        let last = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""
        var short = String(last)
        while short.utf8.count > 255 { short.removeLast() }
        return short
    }
}
