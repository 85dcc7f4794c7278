/// What a picture says of itself, read before anything of it is decoded: a file of some kilobytes can claim to be
/// gigabytes of pixels.
public struct ImageHeader: Hashable, Sendable {
    public let kind: ImageKind
    /// In pixels, as stored: before it is turned.
    public let width, height: Int
    public let orientation: Orientation

    init(kind: ImageKind, width: Int, height: Int, orientation: Orientation = .upright) {
        (self.kind, self.width, self.height, self.orientation) = (kind, width, height, orientation)
    }

    /// - Throws: `.unknownKind`, `.damaged` for a file that ends too early or is not put together as its kind demands,
    ///   `.unusual` or `.animated`.
    /// - Complexity: O(*n*) in the size of the file.
    public init(of bytes: [UInt8]) throws(ImageError) {
        guard let kind = ImageKind(of: bytes) else { throw .unknownKind }
        let reader = ByteReader(bytes)
        switch kind {
        case .png: self = try PNGHeader.read(reader)
        case .jpeg: self = try JPEGHeader.read(reader)
        case .gif: self = try GIFHeader.read(reader)
        case .webp: self = try WebPHeader.read(reader)
        }
        guard width > 0, height > 0 else { throw .damaged }
    }
}

/// How a camera was held: the way a stored picture is to be turned or mirrored.
///
/// - Source: Exif 2.32, tag 0x0112.
public enum Orientation: Int, Hashable, Sendable, CaseIterable {
    case upright = 1
    case mirrored, upsideDown, flipped, transposed, turnedRight, transversed, turnedLeft

    /// Whether width and height change places.
    public var isSideways: Bool { rawValue >= Orientation.transposed.rawValue }
}
