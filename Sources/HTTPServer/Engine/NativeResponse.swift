internal import CMicrohttpd
internal import Glibc

/// A response in libmicrohttpd's own form, which any number of connections may send at once.
///
/// Sendable because libmicrohttpd counts its references under a lock and it is never changed after `init`.
final class NativeResponse: @unchecked Sendable {
    let handle: OpaquePointer
    let status: HTTPStatus
    /// Of the body.
    let size: Int

    /// - Parameters:
    ///   - closes: whether the connection ends with this answer.
    /// - Returns: `nil` when a header cannot be sent (a line break in it) or the file is gone.
    init?(_ response: Response, closes: Bool) {
        switch response.body {
        case .empty, .stream:
            size = 0
            handle = Self.empty()
        case .bytes(let bytes):
            size = bytes.count
            handle = Self.over(bytes, bytes.startIndex..<bytes.endIndex)
        case .file(let path, let size):
            self.size = size
            guard let file = Self.file(path, 0..<size) else { return nil }
            handle = file
        case .part(let path, let range):
            size = range.count
            guard let file = Self.file(path, range) else { return nil }
            handle = file
        }
        status = response.status
        guard add(response.headers, closes) else { return nil }
    }

    /// A part of a body, for range requests: no copy.
    init?(_ headers: [Header], status: HTTPStatus, _ bytes: [UInt8], _ range: Range<Int>) {
        (self.status, size) = (status, range.count)
        handle = Self.over(bytes, range)
        guard add(headers, false) else { return nil }
    }

    deinit { MHD_destroy_response(handle) }

    private func add(_ headers: [Header], _ closes: Bool) -> Bool {
        for header in headers {
            // Handing the strings over directly would copy each into an array first.
            let isAdded = header.name.withCString { name in
                header.value.withCString { MHD_add_response_header(handle, name, $0) == .YES }
            }
            guard isAdded else { return false }
        }
        return !closes || MHD_add_response_header(handle, "Connection", "close") == .YES
    }

    private static func empty() -> OpaquePointer {
        guard let handle = MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT) else { outOfMemory() }
        return handle
    }

    /// Lends `bytes` to libmicrohttpd, which gives them back through the free callback. An array's storage stays
    /// where it is while someone holds the array and nobody changes it: the box holds it, and has no other use.
    private static func over(_ bytes: [UInt8], _ range: Range<Int>) -> OpaquePointer {
        if range.isEmpty { return empty() }
        let box = Unmanaged.passRetained(ByteBox(bytes))
        let handle = bytes.withUnsafeBufferPointer { bytes in
            MHD_create_response_from_buffer_with_free_callback_cls(
                range.count, bytes.baseAddress.map { UnsafeMutableRawPointer(mutating: $0 + range.lowerBound) },
                { box in if let box { Unmanaged<ByteBox>.fromOpaque(box).release() } }, box.toOpaque())
        }
        guard let handle else { outOfMemory() }
        return handle
    }

    private static func file(_ path: String, _ range: Range<Int>) -> OpaquePointer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_size >= range.upperBound,
            let handle = MHD_create_response_from_fd_at_offset64(
                UInt64(range.count), descriptor, UInt64(range.lowerBound))
        else {
            close(descriptor)
            return nil
        }
        return handle
    }

    private static func outOfMemory() -> Never {
        preconditionFailure("libmicrohttpd has no memory for a response")
    }
}

private final class ByteBox: Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
}
