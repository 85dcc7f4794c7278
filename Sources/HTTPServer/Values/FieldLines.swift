internal import Glibc

/// Header lines as libmicrohttpd leaves them in memory once the guard has accepted them: a name, NUL,
/// optional white space, the value, NUL, NUL; one after the other. ``Headers`` copies this form whole,
/// so that a request costs one allocation however many headers it has.
struct FieldLines {
    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    /// The first value under `name`, without surrounding white space.
    ///
    /// - Complexity: O(*n*) in the bytes before it.
    func first(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
        var found: UnsafeBufferPointer<UInt8>?
        forEach { line, value in
            guard line.count == name.count, equalIgnoringCase(line, name) else { return true }
            found = value
            return false
        }
        return found
    }

    /// Calls `body` with each name and value until it answers `false`.
    @inline(__always)
    func forEach(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool) {
        var cursor = start
        while cursor < end {
            let name = UnsafeBufferPointer(start: cursor, count: strlen(cursor))
            cursor += name.count + 1
            while cursor.pointee == 0x20 || cursor.pointee == 0x09 { cursor += 1 }
            let size = strlen(cursor)
            var trimmed = size
            while trimmed > 0, cursor[trimmed - 1] == 0x20 || cursor[trimmed - 1] == 0x09 { trimmed -= 1 }
            guard body(name, UnsafeBufferPointer(start: cursor, count: trimmed)) else { return }
            cursor += size + 2
        }
    }

    private func strlen(_ start: UnsafePointer<UInt8>) -> Int {
        Glibc.strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
    }
}

/// - Precondition: both are of one length.
@inline(__always)
func equalIgnoringCase(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in 0..<a.count where lowercase(a[index]) != lowercase(b[index]) { return false }
    return true
}

@inline(__always)
func lowercase(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
}

extension StaticString {
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
