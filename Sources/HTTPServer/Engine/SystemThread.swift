internal import CMicrohttpd
internal import Glibc

/// A thread of the system's, for work that blocks: Swift's cooperative pool must never wait for anything.
struct SystemThread: Sendable {
    private let id: pthread_t

    /// - Parameters:
    ///   - name: what `top -H` shows; 15 bytes at most.
    ///   - stack: in bytes.
    init(_ name: String, stack: Int, _ body: @escaping @Sendable () -> Void) throws(ServerError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, max(stack, 64 * 1024))
        let start = Unmanaged.passRetained(Start(body))
        var id = pthread_t()
        let code = pthread_create(&id, &attributes, run, start.toOpaque())
        guard code == 0 else {
            start.release()
            throw .system("no thread could be started", code: code)
        }
        quad_name_thread(id, String(name.prefix(15)))
        self.id = id
    }

    /// Waits for the end of the thread. Call it once, or ``detach()``.
    func join() { pthread_join(id, nil) }

    /// Lets the thread end, or not, by itself.
    func detach() { pthread_detach(id) }
}

private final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
}
