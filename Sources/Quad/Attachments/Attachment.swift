import FoundationEssentials
import Markdown

/// A file that a member brought along: a picture or anything else.
struct Attachment: Sendable {
    typealias ID = Quad.ID<Attachment>

    let id: ID
    let name: AttachmentName
    let mediaType: String
    /// Bytes of all its sizes.
    let byteSize: Int
    /// `nil` for what is no picture.
    let picture: Upload.Picture?
    /// What its uploader said the picture shows.
    let alternative: String
    let createdAt: Date

    /// Pixels of the longer side of a picture in its two sizes, the larger first.
    static let sides = [1_600, 480]
    /// Bytes of what is uploaded.
    static let mostBytes = 10 * 1_024 * 1_024
    /// What nothing names by then is removed.
    static let grace = "24 hours"

    var path: String { AttachmentPaths.file(id, name) }

    /// What to write where it is to be seen.
    var markdown: String {
        picture == nil
            ? "[\(Self.escaped(name.text))](\(path))" : "![\(Self.escaped(alternative))](\(path))"
    }

    /// Words that mean only themselves.
    private static func escaped(_ words: String) -> String {
        words.reduce(into: "") { text, character in
            if "\\[]*`<&".contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}

/// Where the bytes of a file lie: its SHA-256.
struct ContentHash: Hashable, Sendable {
    let bytes: [UInt8]
}
