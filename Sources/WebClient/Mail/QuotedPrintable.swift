/// Text as ASCII in lines of 76 characters at most, still to be read by eye.
///
/// - Source: RFC 2045, section 6.7.
enum QuotedPrintable {
    /// - Parameter text: with any line ends; they become CRLF.
    static func encoded(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        let lines = MailClient.withWholeLineEnds(Array(text.utf8)).split(
            separator: UInt8(ascii: "\r"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { out += "\r\n".utf8 }
            append(index > 0 ? line.dropFirst() : line, to: &out)
        }
        return out
    }

    private static func append(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) {
        var column = 0
        for index in line.indices {
            let byte = line[index]
            let isLast = index == line.endIndex - 1
            let width = isLiteral(byte, isLast: isLast) ? 1 : 3
            // One is left for the “=” of a break that is not there.
            if column + width > 75 {
                out += "=\r\n".utf8
                column = 0
            }
            if width == 1 { out.append(byte) } else { out += [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)] }
            column += width
        }
    }

    /// White space at the end of a line would be lost on the way.
    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !isLast
        case UInt8(ascii: "="): false
        default: (0x21...0x7E).contains(byte)
        }
    }

    private static func digit(_ number: UInt8) -> UInt8 {
        number < 10 ? UInt8(ascii: "0") + number : UInt8(ascii: "A") + number - 10
    }
}
