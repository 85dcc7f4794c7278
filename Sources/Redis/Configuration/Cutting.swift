extension Substring {
    /// What stands before and after the first `mark`; all and nothing when there is none.
    func cut(at mark: Character) -> (Substring, Substring) {
        guard let index = firstIndex(of: mark) else { return (self, "") }
        return (self[..<index], self[self.index(after: index)...])
    }

    /// As ``cut(at:)``, but the mark stays with what follows it.
    func cut(before mark: Character) -> (Substring, Substring) {
        guard let index = firstIndex(of: mark) else { return (self, "") }
        return (self[..<index], self[index...])
    }

    /// What stands before the last `mark`, and from it on; all and nothing when there is none.
    func cutLast(before mark: Character) -> (Substring, Substring) {
        guard let index = lastIndex(of: mark) else { return (self, "") }
        return (self[..<index], self[index...])
    }

    /// What stands before and after the last `mark`; nothing and all when there is none.
    func cutLast(at mark: Character) -> (Substring, Substring) {
        guard let index = lastIndex(of: mark) else { return ("", self) }
        return (self[..<index], self[self.index(after: index)...])
    }

    func percentDecoded() throws(RedisURLError) -> String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexadecimalValue, let low = rest.popFirst()?.hexadecimalValue else {
                throw .badPercentEncoding
            }
            bytes.append(high << 4 | low)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badPercentEncoding }
        return text
    }
}

extension UInt8 {
    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
