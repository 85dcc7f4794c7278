/// A square part of a picture as its viewers see it, upright, in shares of its size.
public struct SquareCrop: Hashable, Sendable {
    /// Where its left and upper edge are: 0 to 1 of the picture's width and height.
    let x, y: Double
    /// Of the picture's shorter side, above 0 to 1.
    let side: Double

    /// - Returns: `nil` for what is no number of that kind. A square that sticks out is moved in when it is used.
    public init?(x: Double, y: Double, side: Double) {
        guard (0...1).contains(x), (0...1).contains(y), side > 0, side <= 1 else { return nil }
        (self.x, self.y, self.side) = (x, y, side)
    }

    private init() { (x, y, side) = (-1, -1, 1) }

    /// As large as it can be, with as much left out on both sides.
    static let middle = SquareCrop()

    /// The pixels as they are stored, before the picture is turned.
    ///
    /// - Parameters:
    ///   - width: of the stored picture, in pixels; likewise `height`.
    ///   - orientation: how it is turned to be upright.
    func area(of width: Int, _ height: Int, _ orientation: Orientation) -> Area {
        // As viewers see it.
        let (wide, high) = orientation.isSideways ? (height, width) : (width, height)
        let side = max(1, min(wide, high, Int((Double(min(wide, high)) * side).rounded())))
        let left = x < 0 ? (wide - side) / 2 : min(wide - side, Int((Double(wide) * x).rounded()))
        let top = y < 0 ? (high - side) / 2 : min(high - side, Int((Double(high) * y).rounded()))
        // The other way round for what is stored mirrored or upside down.
        let (right, bottom) = (wide - side - left, high - side - top)
        let (column, row) =
            switch orientation {
            case .upright: (left, top)
            case .mirrored: (right, top)
            case .upsideDown: (right, bottom)
            case .flipped: (left, bottom)
            case .transposed: (top, left)
            case .turnedRight: (top, right)
            case .transversed: (bottom, right)
            case .turnedLeft: (bottom, left)
            }
        return Area(x: column, y: row, width: side, height: side)
    }
}
