internal import CMicrohttpd
internal import Glibc

/// A form with files: `multipart/form-data` (RFC 7578).
public struct MultipartForm: Sendable {
    public let fields: FormFields
    public let files: [UploadedFile]

    public init(fields: FormFields, files: [UploadedFile]) {
        (self.fields, self.files) = (fields, files)
    }
}

/// A file a visitor sent, in a temporary file of this process's user alone (mode 0600), which is
/// removed with the last copy of this value: move or copy what is to be kept.
public struct UploadedFile: Sendable {
    /// The field's name.
    public let name: String
    /// What the visitor calls it: its last path component, up to 255 bytes. Never a path to write to.
    public let fileName: String
    /// What the browser says it is: a claim, not a fact.
    public let contentType: String
    public let size: Int
    private let file: TemporaryFile

    public var path: String { file.path }

    /// For tests that ask a service without a socket.
    public init(name: String, fileName: String, contentType: String, bytes: [UInt8], in directory: String)
        throws(FormError)
    {
        let file = try TemporaryFile(in: directory)
        try bytes.borrowed { bytes throws(FormError) in try file.write(bytes) }
        self.init(name: name, fileName: fileName, contentType: contentType, size: bytes.count, file: file)
    }

    init(name: String, fileName: String, contentType: String, size: Int, file: TemporaryFile) {
        (self.name, self.fileName, self.contentType) = (name, fileName, contentType)
        (self.size, self.file) = (size, file)
    }
}

final class TemporaryFile: Sendable {
    let path: String
    let descriptor: CInt

    init(in directory: String) throws(FormError) {
        var template = Array("\(directory)/quad-upload-XXXXXX".utf8CString)
        descriptor = quad_temporary_file(&template, O_CLOEXEC)
        guard descriptor >= 0 else { throw .storage(code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormError) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw .storage(code: errno)
            }
            rest = UnsafeBufferPointer(rebasing: rest.dropFirst(count))
        }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }
}
