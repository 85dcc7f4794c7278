import Cryptography
import FoundationEssentials
import HTTPServer
import Images
import Markdown

/// What came with a form, looked at and made ready to be stored: a picture without anything but its pixels, any other
/// file as it is.
struct ReceivedFile: Sendable {
    struct Piece: Sendable {
        let hash: ContentHash
        let bytes: [UInt8]

        init(_ bytes: [UInt8]) {
            (self.bytes, hash) = (bytes, ContentHash(bytes: Hash.sha256(bytes)))
        }
    }

    let name: AttachmentName
    let mediaType: String
    let file: Piece
    let small: Piece?
    let picture: Upload.Picture?

    var pieces: [Piece] { [file] + (small.map { [$0] } ?? []) }
    var byteSize: Int { pieces.reduce(0) { $0 + $1.bytes.count } }
}

extension ReceivedFile {
    /// - Complexity: a second of a processor for a large picture: on the heavy lane alone.
    init(_ upload: UploadedFile) throws(AttachmentError) {
        try self.init(Self.bytes(of: upload), called: AttachmentName(upload.fileName))
    }

    init(_ bytes: [UInt8], called name: AttachmentName) throws(AttachmentError) {
        guard let kind = FileKind(of: bytes) else { throw .otherPicture }
        guard case .picture = kind else {
            self.init(name: name, mediaType: kind.mediaType, file: Piece(bytes), small: nil, picture: nil)
            return
        }
        let sizes: [EncodedPicture]
        do throws(ImageError) {
            sizes = try PictureMaker().pictures(of: bytes, sides: Attachment.sides)
        } catch {
            throw AttachmentError(error)
        }
        try self.init(sizes, called: name)
    }

    /// The middle of a picture as a community's sign.
    init(icon upload: UploadedFile) throws(AttachmentError) {
        let bytes = try Self.bytes(of: upload)
        let sizes: [EncodedPicture]
        do throws(ImageError) {
            sizes = try PictureMaker().squares(of: bytes, sides: CommunityIcon.sides)
        } catch {
            throw AttachmentError(error)
        }
        // No ending: an address that a community's name leads to does not depend on what its picture is made of.
        try self.init(sizes, called: CommunityIcon.name, keepsName: true)
    }

    /// A square of a picture as a person's photo.
    ///
    /// - Parameter crop: which; `nil` for the middle.
    init(photo upload: UploadedFile, crop: SquareCrop?) throws(AttachmentError) {
        let bytes = try Self.bytes(of: upload)
        let sizes: [EncodedPicture]
        do throws(ImageError) {
            sizes = try PictureMaker().squares(of: bytes, sides: MemberPhoto.sides, crop: crop)
        } catch {
            throw AttachmentError(error)
        }
        try self.init(sizes, called: MemberPhoto.name, keepsName: true)
    }

    private init(
        _ sizes: [EncodedPicture], called name: AttachmentName, keepsName: Bool = false
    ) throws(AttachmentError) {
        guard let large = sizes.first else { throw .damagedPicture }
        let small = sizes.dropFirst().first
        self.init(
            name: keepsName ? name : name.ending(in: large.kind.fileEnding), mediaType: large.kind.mediaType,
            file: Piece(large.bytes), small: small.map { Piece($0.bytes) },
            picture: Upload.Picture(width: large.width, height: large.height, smallWidth: small?.width))
    }

    static func bytes(of upload: UploadedFile) throws(AttachmentError) -> [UInt8] {
        guard upload.size <= Attachment.mostBytes else { throw .tooLarge }
        guard upload.size > 0 else { throw .empty }
        guard let data = FileManager.default.contents(atPath: upload.path) else { throw .storageIsAway }
        return [UInt8](data)
    }
}

/// What a file is, by its first bytes.
enum FileKind: Equatable {
    case picture(ImageKind)
    case pdf, zip, text, other

    /// - Returns: `nil` for a picture of a kind that cannot be made anew.
    init?(of bytes: [UInt8]) {
        if let kind = ImageKind(of: bytes) {
            self = .picture(kind)
        } else if Self.isOtherPicture(bytes) {
            return nil
        } else if bytes.starts(with: "%PDF-".utf8) {
            self = .pdf
        } else if bytes.starts(with: [0x50, 0x4B, 3, 4]) {
            self = .zip
        } else if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil {
            self = .text
        } else {
            self = .other
        }
    }

    var mediaType: String {
        switch self {
        case .picture(let kind): kind.mediaType
        case .pdf: "application/pdf"
        case .zip: "application/zip"
        case .text: "text/plain"
        case .other: "application/octet-stream"
        }
    }

    /// HEIC and AVIF, TIFF, BMP, JPEG XL.
    private static func isOtherPicture(_ bytes: [UInt8]) -> Bool {
        let start = Array(bytes.prefix(16))
        if start.starts(with: [0x49, 0x49, 0x2A, 0]) || start.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return true }
        if start.starts(with: [0xFF, 0x0A]) || start.starts(with: [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20]) {
            return true
        }
        if start.starts(with: "BM".utf8), start.count >= 10, start[6...9].allSatisfy({ $0 == 0 }) { return true }
        guard start.count >= 12, start[4..<8].elementsEqual("ftyp".utf8) else { return false }
        let brands = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis"]
        return brands.contains(String(decoding: start[8..<12], as: UTF8.self))
    }
}
