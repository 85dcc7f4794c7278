internal import Glibc

/// A request's line and headers where libmicrohttpd received them. Valid until the request is over.
struct RawHead {
    var method = Method?.none
    private(set) var target = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private(set) var pathSize = 0
    var fields: FieldLines?
    private var byteAfterQuestionMark: UInt8?

    init() {}

    /// Called before libmicrohttpd takes the target apart. It would decode each argument of the query into a
    /// record of its own, in the very bytes that are read here later: ending the query at once spares both.
    init(target: UnsafePointer<CChar>?) {
        guard let target else { return }
        let start = UnsafeRawPointer(target).assumingMemoryBound(to: UInt8.self)
        let size = strlen(target)
        self.target = UnsafeBufferPointer(start: start, count: size)
        pathSize = size
        guard let found = memchr(target, 0x3F, size) else { return }
        pathSize = UnsafeRawPointer(target).distance(to: found)
        let next = found.assumingMemoryBound(to: UInt8.self) + 1
        byteAfterQuestionMark = next.pointee
        next.pointee = 0
    }

    /// Puts back what `init(target:)` and libmicrohttpd overwrote.
    mutating func restoreQuery() {
        guard let byte = byteAfterQuestionMark, let start = target.baseAddress else { return }
        let mark = UnsafeMutablePointer(mutating: start + pathSize)
        mark[0] = 0x3F
        mark[1] = byte
        byteAfterQuestionMark = nil
    }

    var path: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: target[..<pathSize]) }

    /// What follows the question mark; `nil` without one.
    var query: UnsafeBufferPointer<UInt8>? {
        pathSize < target.count ? UnsafeBufferPointer(rebasing: target[(pathSize + 1)...]) : nil
    }

    func value(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        fields?.first(name.bytes)
    }
}
