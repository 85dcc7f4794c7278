internal import Glibc
internal import Synchronization

/// A host name's addresses within a time limit. The C library's lookup has none of its own and can hang for half a
/// minute when a name server is away, so it runs on a thread of its own, which may outlive the wait for it.
enum NameLookup {
    /// - Returns: numeric addresses in the C library's order of preference; `nil` when the name is unknown or
    ///   the time is over.
    static func addresses(of host: String, within deadline: Deadline) -> [String]? {
        guard !isNumeric(host) else { return [host] }
        let question = Question(host)
        guard Threads.start({ question.answer() }) else { return nil }
        return question.wait(until: deadline)
    }

    private static func isNumeric(_ host: String) -> Bool {
        var buffer = in6_addr()
        return inet_pton(AF_INET, host, &buffer) == 1 || inet_pton(AF_INET6, host, &buffer) == 1
    }
}

/// One lookup, shared by who waits and the thread that asks.
private final class Question: Sendable {
    private let host: String
    private let bell = Bell()
    private let addresses = Mutex<[String]?>(nil)

    init(_ host: String) {
        self.host = host
    }

    func wait(until deadline: Deadline) -> [String]? {
        bell.wait(until: deadline)
        return addresses.withLock { addresses in addresses }
    }

    func answer() {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        defer { if let list { freeaddrinfo(list) } }
        if getaddrinfo(host, nil, &hints, &list) == 0 {
            let found = sequence(first: list) { entry in entry?.pointee.ai_next }
                .prefix { entry in entry != nil }
                .compactMap { entry in entry.flatMap(Self.text) }
            addresses.withLock { addresses in addresses = found.isEmpty ? nil : found }
        }
        bell.ring()
    }

    private static func text(of entry: UnsafeMutablePointer<addrinfo>) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(NI_MAXHOST)) { buffer in
            let info = entry.pointee
            let result = getnameinfo(
                info.ai_addr, info.ai_addrlen, buffer.baseAddress, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
            return result == 0 ? buffer.baseAddress.map { text in String(cString: text) } : nil
        }
    }
}
