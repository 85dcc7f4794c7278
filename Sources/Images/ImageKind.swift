/// The kinds of pictures that are read here, told by their first bytes and never by a name.
public enum ImageKind: String, Hashable, Sendable, CaseIterable {
    case png, jpeg, gif, webp

    /// - Returns: `nil` for everything else.
    public init?(of bytes: [UInt8]) {
        let start = ByteReader(bytes)
        if start.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
            self = .png
        } else if start.has([0xFF, 0xD8, 0xFF], at: 0) {
            self = .jpeg
        } else if start.has("GIF87a", at: 0) || start.has("GIF89a", at: 0) {
            self = .gif
        } else if start.has("RIFF", at: 0), start.has("WEBP", at: 8) {
            self = .webp
        } else {
            return nil
        }
    }

    public var mediaType: String { "image/" + rawValue }

    /// What a file of this kind is called at its end, without the dot.
    public var fileEnding: String { self == .jpeg ? "jpg" : rawValue }
}
