/// Why a picture cannot be taken.
public enum ImageError: Error, Hashable, Sendable {
    /// None of the kinds that are read here.
    case unknownKind
    /// It ends too early, or contradicts itself.
    case damaged
    /// A variant that hardly anybody uses: JPEG with arithmetic coding, or with more passes than a picture needs.
    case unusual
    /// A moving WebP.
    case animated
    /// More than the limits; in pixels, as the header says.
    case tooLarge(width: Int, height: Int)
}
