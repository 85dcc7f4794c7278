internal import CGd

/// Pixels in gd's hands. They are freed with this value.
struct Canvas: ~Copyable {
    private let image: UnsafeMutablePointer<gdImageStruct>

    private init(_ image: UnsafeMutablePointer<gdImageStruct>) { self.image = image }

    deinit { gdImageDestroy(image) }

    /// Decodes a picture whose header was found good.
    ///
    /// - Throws: `.damaged` also when the pixels are not as many as the header says.
    static func decoding(_ bytes: [UInt8], _ header: ImageHeader) throws(ImageError) -> Canvas {
        Gd.ensureReady()
        let image = bytes.withUnsafeBytes { bytes -> UnsafeMutablePointer<gdImageStruct>? in
            // gd only reads from what it is given.
            let data = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            let size = Int32(bytes.count)
            return switch header.kind {
            case .png: gdImageCreateFromPngPtr(size, data)
            case .jpeg: gdImageCreateFromJpegPtrEx(size, data, 0)
            case .gif: gdImageCreateFromGifPtr(size, data)
            case .webp: gdImageCreateFromWebpPtr(size, data)
            }
        }
        guard let image else { throw .damaged }
        let canvas = Canvas(image)
        guard canvas.width == header.width, canvas.height == header.height else { throw .damaged }
        return canvas
    }

    /// Nothing but transparent pixels.
    ///
    /// - Throws: `.damaged` when there is no memory for them.
    static func clear(width: Int, height: Int) throws(ImageError) -> Canvas {
        Gd.ensureReady()
        guard let image = gdImageCreateTrueColor(Int32(width), Int32(height)) else { throw .damaged }
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
        return Canvas(image)
    }

    var width: Int { Int(image.pointee.sx) }
    var height: Int { Int(image.pointee.sy) }

    /// Whether it has a table of at most 256 colours.
    var hasPalette: Bool { image.pointee.trueColor == 0 }

    /// A part of it in another size: each new pixel is the mean of those it stands for.
    func resampled(_ part: Area, width: Int, height: Int) throws(ImageError) -> Canvas {
        let result = try Canvas.clear(width: width, height: height)
        gdImageCopyResampled(
            result.image, image, 0, 0, Int32(part.x), Int32(part.y), Int32(width), Int32(height), Int32(part.width),
            Int32(part.height))
        return result
    }

    /// As the camera saw it.
    ///
    /// - Precondition: it has no palette.
    func turned(_ orientation: Orientation) throws(ImageError) -> Canvas {
        let (right, bottom) = (width - 1, height - 1)
        let size = orientation.isSideways ? (height, width) : (width, height)
        let result = try Canvas.clear(width: size.0, height: size.1)
        for y in 0..<result.height {
            guard let row = result.image.pointee.tpixels[y] else { continue }
            for x in 0..<result.width {
                let (column, line) =
                    switch orientation {
                    case .upright: (x, y)
                    case .mirrored: (right - x, y)
                    case .upsideDown: (right - x, bottom - y)
                    case .flipped: (x, bottom - y)
                    case .transposed: (y, x)
                    case .turnedRight: (y, bottom - x)
                    case .transversed: (right - y, bottom - x)
                    case .turnedLeft: (right - y, x)
                    }
                row[x] = image.pointee.tpixels[line]?[column] ?? 0
            }
        }
        return result
    }

    /// A pixel: how transparent it is (0 to 127), red, green and blue, a byte each.
    func pixel(_ x: Int, _ y: Int) -> Int32 {
        gdImageGetTrueColorPixel(image, Int32(x), Int32(y))
    }

    /// Whether anything shines through.
    var isTransparent: Bool {
        guard !hasPalette else {
            let colors = withUnsafeBytes(of: image.pointee.alpha) { Array($0.bindMemory(to: Int32.self)) }
            return image.pointee.transparent >= 0
                || colors.prefix(Int(image.pointee.colorsTotal)).contains { $0 != 0 }
        }
        for y in 0..<height {
            guard let row = image.pointee.tpixels[y] else { continue }
            for x in 0..<width where row[x] >> 24 != 0 { return true }
        }
        return false
    }

    /// Whether there are fewer colours in it than in a photograph: drawings and pictures of screens.
    ///
    /// - Complexity: a look at 65,536 pixels at most, which lie evenly.
    var hasFewColors: Bool {
        guard !hasPalette else { return true }
        let step = max(1, Int((Double(width * height) / 65_536).squareRoot().rounded(.up)))
        var seen: Set<Int32> = []
        for y in stride(from: 0, to: height, by: step) {
            guard let row = image.pointee.tpixels[y] else { continue }
            for x in stride(from: 0, to: width, by: step) {
                seen.insert(row[x])
                if seen.count > Self.fewColors { return false }
            }
        }
        return true
    }

    private static let fewColors = 2_000

    /// - Parameter kind: `.png` or `.jpeg`; nothing but the pixels goes along.
    func encoded(as kind: ImageKind) throws(ImageError) -> [UInt8] {
        var size: Int32 = 0
        let data: UnsafeMutableRawPointer? =
            kind == .jpeg ? gdImageJpegPtr(image, &size, Self.quality) : gdImagePngPtr(image, &size)
        guard let data else { throw .damaged }
        defer { gdFree(data) }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(size)))
    }

    /// Of JPEG, 0 to 100.
    private static let quality: Int32 = 85
}

/// A rectangle of pixels.
struct Area {
    let x, y, width, height: Int
}

enum Gd {
    private static let isReady: Void = quad_gd_be_silent()

    static func ensureReady() {
        isReady
    }
}
