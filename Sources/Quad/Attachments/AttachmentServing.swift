import Cryptography
import HTTPServer
import Postgres

/// Sending files to those who may see the place they belong to.
enum AttachmentServing {
    static func file(_ context: Context) throws -> Response {
        let id = try context.parameter("id", as: Attachment.ID.self)
        guard let file = try context.database.fetch(.servedFile(id, for: context.viewer)),
            file.name.inAddress == (try context.parameter("name"))
        else { throw NotFound() }
        let piece = context.request.query["size"] == "small" ? file.small ?? file.file : file.file
        // An answer to someone known may bring a cookie: no cache between is to keep it.
        let isShared = file.isPublic && !context.application.cookies.arePersonal(in: context.request)
        var response = Response(status: .ok, headers: headers(of: file, piece, isShared: isShared))
        // Who has it need not be sent it, and the storage is not asked.
        let unchanged = response.cut(for: context.request)
        guard unchanged.status != .notModified else { return unchanged }
        do {
            response.body = try context.application.storage.read(piece.hash, size: piece.size)
        } catch {
            context.noteFault(error)
            throw AttachmentAway()
        }
        return response.cut(for: context.request)
    }

    private static func headers(of file: ServedFile, _ piece: ServedFile.Piece, isShared: Bool) -> [Header] {
        [
            Header(
                name: "Content-Type",
                value: file.mediaType == "text/plain" ? "text/plain; charset=utf-8" : file.mediaType),
            Header(name: "Content-Disposition", value: disposition(of: file)),
            Header(name: "ETag", value: "\"\(Hexadecimal.encode(Array(piece.hash.bytes.prefix(16))))\""),
            // What is at an address never changes, but who may see it can: shared caches ask again after an hour.
            Header(
                name: "Cache-Control",
                value: isShared
                    ? "public, max-age=86400, s-maxage=3600" : "private, max-age=86400"),
            // Opened by itself it is a document of this site, which must not do anything.
            Header(
                name: "Content-Security-Policy",
                value: "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"),
        ]
    }

    /// - Source: RFC 6266, with the name in ASCII for old clients.
    private static func disposition(of file: ServedFile) -> String {
        "\(file.isPicture ? "inline" : "attachment"); filename=\"\(file.name.inAddress)\"; "
            + "filename*=UTF-8''\(encoded(file.name.text))"
    }

    /// - Source: RFC 8187, section 3.2.1.
    private static func encoded(_ name: String) -> String {
        name.utf8.reduce(into: "") { text, byte in
            if isPlain(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + Hexadecimal.encode([byte]).uppercased()
            }
        }
    }
}

/// Whether a byte stands for itself there.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
    default: false
    }
}

/// The storage does not give a file that should be there.
struct AttachmentAway: ResponseError {
    var status: HTTPStatus { .serviceUnavailable }
    var message: String? { "This file can’t be sent just now" }
    var advice: String? { "It isn’t lost for what you did. Try again in a minute." }
}
