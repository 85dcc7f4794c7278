/// Makes pictures anew from what somebody uploaded: nothing of the file but its pixels is left, and they are as few
/// as a page needs.
///
/// Colours are taken for sRGB, whatever profile says otherwise. Of a moving GIF the first picture is kept.
public struct PictureMaker: Sendable {
    /// Pixels in all; decoding takes about 8 bytes for each.
    public var mostPixels = 50_000_000
    /// Pixels of width or height.
    public var longestSide = 12_000

    public init() {}

    /// One picture in several sizes.
    ///
    /// - Parameter sides: what the longer side has at most, the largest first. A picture is never made larger.
    /// - Returns: one of the first size, and further ones as long as they are smaller than the one before.
    /// - Complexity: about a second for 48 million pixels, and half a gigabyte at most.
    public func pictures(of bytes: [UInt8], sides: [Int]) throws(ImageError) -> [EncodedPicture] {
        let header = try checkedHeader(of: bytes)
        var canvas = try Canvas.decoding(bytes, header)
        let hasFewColors = canvas.hasFewColors
        var kind: ImageKind?
        var pictures: [EncodedPicture] = []
        var orientation = header.orientation
        for side in sides {
            let size = Self.size(fitting: side, canvas.width, canvas.height)
            let isSame = size == (canvas.width, canvas.height)
            if isSame, !pictures.isEmpty { break }
            if !isSame || orientation != .upright || !canvas.hasPalette {
                let whole = Area(x: 0, y: 0, width: canvas.width, height: canvas.height)
                canvas = try canvas.resampled(whole, width: size.0, height: size.1)
                if orientation != .upright { canvas = try canvas.turned(orientation) }
                orientation = .upright
            }
            let chosen = kind ?? (hasFewColors || canvas.isTransparent ? .png : .jpeg)
            kind = chosen
            pictures.append(try Self.encoded(canvas, as: chosen))
        }
        return pictures
    }

    /// A square of a picture in several sizes, the largest first.
    ///
    /// - Parameter crop: which part of it; `nil` for the middle.
    public func squares(
        of bytes: [UInt8], sides: [Int], crop: SquareCrop? = nil
    ) throws(ImageError) -> [EncodedPicture] {
        let header = try checkedHeader(of: bytes)
        let canvas = try Canvas.decoding(bytes, header)
        let hasFewColors = canvas.hasFewColors
        var kind: ImageKind?
        let part = (crop ?? .middle).area(of: canvas.width, canvas.height, header.orientation)
        var pictures: [EncodedPicture] = []
        for side in sides {
            let square = try canvas.resampled(part, width: side, height: side)
            let chosen = kind ?? (hasFewColors || square.isTransparent ? .png : .jpeg)
            kind = chosen
            pictures.append(try Self.encoded(try square.turned(header.orientation), as: chosen))
        }
        return pictures
    }

    private func checkedHeader(of bytes: [UInt8]) throws(ImageError) -> ImageHeader {
        let header = try ImageHeader(of: bytes)
        guard max(header.width, header.height) <= longestSide, header.width * header.height <= mostPixels else {
            throw .tooLarge(width: header.width, height: header.height)
        }
        return header
    }

    private static func size(fitting side: Int, _ width: Int, _ height: Int) -> (Int, Int) {
        let longer = max(width, height)
        guard longer > side else { return (width, height) }
        return (max(1, (width * side + longer / 2) / longer), max(1, (height * side + longer / 2) / longer))
    }

    private static func encoded(_ canvas: borrowing Canvas, as kind: ImageKind) throws(ImageError) -> EncodedPicture {
        EncodedPicture(
            kind: kind, width: canvas.width, height: canvas.height, bytes: try canvas.encoded(as: kind))
    }
}

/// A picture as it is stored and sent.
public struct EncodedPicture: Hashable, Sendable {
    /// `.jpeg` for photographs, `.png` for what has few colours or lets something shine through.
    public let kind: ImageKind
    /// In pixels.
    public let width, height: Int
    public let bytes: [UInt8]
}
