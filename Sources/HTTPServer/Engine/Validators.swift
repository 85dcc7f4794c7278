/// `If-None-Match` (RFC 9110, section 13.1.2).
enum EntityTag {
    /// Whether the client already has what `tag` names. Weak comparison; `*` matches anything.
    static func matches(_ tag: String?, _ head: RawHead) -> Bool {
        guard let value = head.value("if-none-match"), var tag else { return false }
        return tag.withUTF8 { lists(value, $0) }
    }

    private static func lists(_ value: UnsafeBufferPointer<UInt8>, _ tag: UnsafeBufferPointer<UInt8>) -> Bool {
        let wanted = strong(tag[...])
        var rest = value[...]
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C }
            guard let first = rest.first else { return false }
            if first == 0x2A { return true }
            rest = strong(rest)
            guard rest.first == 0x22, let end = rest.dropFirst().firstIndex(of: 0x22) else { return false }
            if rest[...end].elementsEqual(wanted) { return true }
            rest = rest[(end + 1)...]
        }
    }

    private static func strong(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        tag.count >= 2 && tag[tag.startIndex] == 0x57 && tag[tag.startIndex + 1] == 0x2F ? tag.dropFirst(2) : tag
    }
}
