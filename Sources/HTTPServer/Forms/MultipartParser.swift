internal import CMicrohttpd

/// Reads `multipart/form-data` as it arrives, in pieces of any size: fields into memory, files onto disk.
/// Strict: no text before the first boundary, CRLF everywhere, every part named.
struct MultipartParser: ~Copyable {
    private enum Place {
        /// Before the first boundary.
        case start
        /// Just after a boundary: CRLF or `--`.
        case afterBoundary
        case head
        case body
        case end
    }

    /// Bytes in the head of one part.
    private static let headLimit = 4096

    /// CR LF `--` boundary. A line break is put before the body, so that the first boundary is like the others.
    private let delimiter: [UInt8]
    private let directory: String
    private let fieldLimit: Int
    private var place = Place.start
    private var buffer: [UInt8] = [0x0D, 0x0A]
    private var fieldBytes = 0
    private var part: MultipartPart?
    private var value: [UInt8] = []
    private var file: TemporaryFile?
    private var fileSize = 0
    private var fields = FormFields()
    private var files: [UploadedFile] = []

    /// - Parameters:
    ///   - boundary: without the leading `--`.
    ///   - fieldLimit: bytes that all fields that are no files may have together.
    init(boundary: [UInt8], directory: String, fieldLimit: Int) {
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
        self.directory = directory
        self.fieldLimit = fieldLimit
    }

    /// - Complexity: O(*n*) in all bytes fed so far.
    mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormError) {
        guard place != .end else { return }
        buffer.append(contentsOf: bytes)
        var consumed = 0
        while try step(&consumed) {}
        if consumed > 0 { buffer.removeFirst(consumed) }
    }

    /// - Throws: `.multipart` when the last boundary is missing.
    consuming func finish() throws(FormError) -> MultipartForm {
        guard place == .end else { throw .multipart("the body ends too early") }
        return MultipartForm(fields: fields, files: files)
    }

    /// Reads one element from `consumed` on; `false` when more bytes are needed.
    private mutating func step(_ consumed: inout Int) throws(FormError) -> Bool {
        switch place {
        case .start: try first(&consumed)
        case .afterBoundary: try next(&consumed)
        case .head: try head(&consumed)
        case .body: try body(&consumed)
        case .end: false
        }
    }

    private mutating func first(_ consumed: inout Int) throws(FormError) -> Bool {
        guard buffer.prefix(delimiter.count).elementsEqual(delimiter.prefix(buffer.count)) else {
            throw .multipart("the body does not start with its boundary")
        }
        guard buffer.count >= delimiter.count else { return false }
        consumed = delimiter.count
        place = .afterBoundary
        return true
    }

    private mutating func next(_ consumed: inout Int) throws(FormError) -> Bool {
        guard buffer.count - consumed >= 2 else { return false }
        switch (buffer[consumed], buffer[consumed + 1]) {
        case (0x0D, 0x0A): place = .head
        case (0x2D, 0x2D): place = .end
        default: throw .multipart("a boundary is not followed by a line break")
        }
        consumed += 2
        return true
    }

    private mutating func head(_ consumed: inout Int) throws(FormError) -> Bool {
        guard let end = position(of: [0x0D, 0x0A, 0x0D, 0x0A], from: consumed) else {
            guard buffer.count - consumed <= Self.headLimit else { throw .multipart("the head of a part is too long") }
            return false
        }
        guard end - consumed <= Self.headLimit else { throw .multipart("the head of a part is too long") }
        guard fields.pairs.count + files.count < FormFields.limit else {
            throw .tooManyFields(limit: FormFields.limit)
        }
        let part = try buffer.borrowed { bytes throws(FormError) in
            try MultipartPart(head: UnsafeBufferPointer(rebasing: bytes[consumed..<end]))
        }
        // An empty body may follow at once: the delimiter's own CRLF is the one that ends the head.
        consumed = end + 2
        try open(part)
        place = .body
        return true
    }

    private mutating func body(_ consumed: inout Int) throws(FormError) -> Bool {
        // The first two bytes here are the line break that ended the head: no part of the value.
        let isFirst = value.isEmpty && fileSize == 0 && !hasBegun
        let start = isFirst ? consumed + 2 : consumed
        if let end = position(of: delimiter, from: consumed) {
            if end >= start { try take(start..<end) }
            consumed = end + delimiter.count
            try closePart()
            place = .afterBoundary
            return true
        }
        // What could be the beginning of a delimiter stays for the next piece.
        let safe = buffer.count - delimiter.count + 1
        if safe > start {
            try take(start..<safe)
            hasBegun = true
            consumed = safe
        }
        return false
    }

    private var hasBegun = false

    private mutating func open(_ part: MultipartPart) throws(FormError) {
        self.part = part
        value.removeAll(keepingCapacity: true)
        (fileSize, hasBegun) = (0, false)
        // A file field left empty by the visitor arrives as a nameless empty file.
        if let fileName = part.fileName, !fileName.isEmpty { file = try TemporaryFile(in: directory) }
    }

    private mutating func take(_ range: Range<Int>) throws(FormError) {
        guard !range.isEmpty else { return }
        if let file {
            try buffer.borrowed { bytes throws(FormError) in
                try file.write(UnsafeBufferPointer(rebasing: bytes[range]))
            }
            fileSize += range.count
        } else {
            fieldBytes += range.count
            guard fieldBytes <= fieldLimit else { throw .tooLarge(limit: fieldLimit) }
            value.append(contentsOf: buffer[range])
        }
    }

    private mutating func closePart() throws(FormError) {
        guard let part else { return }
        if let file, let fileName = part.fileName {
            files.append(
                UploadedFile(
                    name: part.name, fileName: fileName, contentType: part.contentType, size: fileSize, file: file))
        } else if part.fileName == nil {
            guard !value.contains(0) else { throw .control }
            guard let text = String(validating: value, as: UTF8.self) else { throw .notUTF8 }
            fields.pairs.append((part.name, text))
        }
        (self.part, file) = (nil, nil)
    }

    private func position(of pattern: [UInt8], from start: Int) -> Int? {
        buffer.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress,
                let found = quad_find(base + start, bytes.count - start, pattern, pattern.count)
            else { return nil }
            return UnsafeRawPointer(base).distance(to: found)
        }
    }
}
