internal import CMicrohttpd

/// One pass over the header lines that libmicrohttpd reports; see ``RequestGuard``.
struct HeaderScan {
    /// Where the next line must begin.
    var cursor: UnsafePointer<UInt8>
    let limit: Int
    var count = 0
    var problem: Refusal.Reason?
    var host: UnsafeBufferPointer<UInt8>?
    var length: UnsafeBufferPointer<UInt8>?
    var hasTransferEncoding = false
    var hasExpect = false

    init(cursor: UnsafePointer<UInt8>, limit: Int) {
        (self.cursor, self.limit) = (cursor, limit)
    }

    /// - Returns: whether to go on.
    mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        problem = check(name, value)
        return problem == nil
    }

    private mutating func check(
        _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
    ) -> Refusal.Reason? {
        guard let nameStart = name.baseAddress, let valueStart = value.baseAddress, !name.isEmpty,
            nameStart == cursor, valueStart > nameStart + name.count
        else { return .malformed("header lines") }
        var blank = nameStart + name.count + 1
        while blank < valueStart {
            guard blank.pointee == 0x20 || blank.pointee == 0x09 else { return .malformed("header lines") }
            blank += 1
        }
        cursor = valueStart + value.count + 2
        guard (cursor - 1).pointee == 0, (cursor - 2).pointee == 0 else { return .malformed("header lines") }
        guard name.allSatisfy(Self.isToken) else { return .malformed("header name") }
        var isClean = true
        for byte in value { isClean = isClean && (byte >= 0x20 && byte != 0x7F || byte == 0x09) }
        guard isClean else { return .malformed("header value") }
        count += 1
        guard count <= limit else { return .headersTooLarge }
        return remember(name, trimmed(value))
    }

    private mutating func remember(
        _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>
    ) -> Refusal.Reason? {
        switch name.count {
        case 4 where name.isNamed("host"):
            guard host == nil else { return .malformed("two Host lines") }
            host = value
        case 6 where name.isNamed("expect"):
            hasExpect = true
        case 14 where name.isNamed("content-length"):
            guard length == nil else { return .malformed("two Content-Length lines") }
            length = value
        case 17 where name.isNamed("transfer-encoding"):
            hasTransferEncoding = true
        default: break
        }
        return nil
    }

    private func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var count = value.count
        while count > 0, value[count - 1] == 0x20 || value[count - 1] == 0x09 { count -= 1 }
        return UnsafeBufferPointer(rebasing: value[..<count])
    }

    /// RFC 9110, section 5.6.2, as two sets of bits: one for 0...63, one for 64...127.
    private static func isToken(_ byte: UInt8) -> Bool {
        let low: UInt64 = 0x03FF_6CFA_0000_0000
        let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
        return byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isNamed(_ name: StaticString) -> Bool { equalIgnoringCase(self, name.bytes) }
}

func scanHeader(
    _ scan: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?, _ nameSize: Int,
    _ value: UnsafePointer<CChar>?, _ valueSize: Int
) -> MHD_Result {
    guard let scan, let name, let value else { return .NO }
    let goesOn = scan.assumingMemoryBound(to: HeaderScan.self).pointee.add(
        UnsafeBufferPointer(start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), count: nameSize),
        UnsafeBufferPointer(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: valueSize))
    return goesOn ? .YES : .NO
}
