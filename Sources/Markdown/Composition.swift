// The standard library normalises strings to compare them, but shows it only under this name. Foundation's
// `precomposedStringWithCanonicalMapping` gives the same (tested) in twice the time and with all of ICU loaded.
@_spi(_Unicode) internal import Swift

/// Unicode's form C, in which the same letter is the same bytes however it was typed.
///
/// - Source: Unicode Standard Annex #15.
package enum Composition {
    /// - Parameter bytes: valid UTF-8.
    /// - Complexity: O(*n*), and quadratic in the length of the longest run of combining marks, which `VisibleText`
    ///   keeps short: 50,000 of them on one letter take the standard library 0.65 s.
    package static func composed(_ bytes: [UInt8]) -> [UInt8] {
        var composed: [UInt8] = []
        composed.reserveCapacity(bytes.count)
        let source = bytes.span
        // Up to `done` all is composed; the character before `index` begins at `last`. An inert one is the furthest
        // back that those behind it can change.
        var done = 0, last = 0, index = 0
        while index < source.count {
            let (scalar, length) = source.scalar(at: index)
            guard !isInert(scalar) else {
                last = index
                index += length
                continue
            }
            composed.append(source.extracting(done..<last))
            done = endOfRun(in: source, from: index)
            append(source.extracting(last..<done), to: &composed)
            (last, index) = (done, done)
        }
        composed.append(source.extracting(done...))
        return composed
    }

    /// Whether composing leaves `scalar` as it is whatever stands before it. May say no where yes were right: the
    /// scripts most written here are told apart, the rest is composed to see.
    package static func isInert(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300, 0x388...0x482, 0x48A...0x52F, 0x5D0...0x5EA, 0x620...0x64A, 0x660...0x66F, 0x671...0x6D3,
            0x904...0x939, 0x93D...0x94C, 0xE01...0xE37, 0xE3F...0xE47, 0x1E00...0x1EFF, 0x2002...0x200F,
            0x2010...0x205E, 0x20A0...0x20CF, 0x2190...0x2328, 0x2500...0x2AD0, 0x3001...0x3029, 0x3041...0x3096,
            0x309B...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFE00...0xFE0F, 0xFF01...0xFF9D, 0x1F000...0x1FAFF:
            true
        default: false
        }
    }

    private static func endOfRun(in source: borrowing Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < source.count {
            let (scalar, length) = source.scalar(at: index)
            if isInert(scalar) { break }
            index += length
        }
        return index
    }

    private static func append(_ text: Span<UInt8>, to composed: inout [UInt8]) {
        for scalar in text.string._nfc { composed.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    }
}
