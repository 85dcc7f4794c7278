internal import CMicrohttpd
internal import Glibc

/// How libmicrohttpd is started, and the functions it calls: each finds its engine or connection and passes on.
extension Engine {
    /// Bytes of memory a connection has for its request and the head of its answer. More than the largest head,
    /// since parsed lines and cookies take room too; all of it is cleared after every request, so not much more.
    private var connectionMemory: Int { configuration.limits.head * 3 / 2 }

    func start(listeningOn socket: CInt) throws(ServerError) {
        let version = String(cString: MHD_get_version())
        guard version.hasPrefix("0.9.75") else { throw .library(version: version) }
        let this = Unmanaged.passUnretained(self).toOpaque()
        let idle = max(1, (configuration.limits.idle.milliseconds + 999) / 1000)
        var options = [
            option(.LISTEN_SOCKET, Int(socket)),
            option(.CONNECTION_LIMIT, configuration.limits.connections),
            option(.CONNECTION_MEMORY_LIMIT, connectionMemory),
            option(.CONNECTION_TIMEOUT, Int(idle)),
            option(.NOTIFY_CONNECTION, unsafeBitCast(connectionChanged as NotifyConnection, to: Int.self), this),
            option(.URI_LOG_CALLBACK, unsafeBitCast(requestLineRead as ReadRequestLine, to: Int.self), this),
            option(.UNESCAPE_CALLBACK, unsafeBitCast(leaveEscaped as Unescape, to: Int.self)),
            option(.NOTIFY_COMPLETED, unsafeBitCast(requestCompleted as NotifyCompleted, to: Int.self), this),
            option(.END, 0),
        ]
        let flags = MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
        daemon = options.withUnsafeMutableBufferPointer { options in
            guard let start = options.baseAddress else { return nil }
            return withVaList([MHD_OPTION.ARRAY.rawValue, start, MHD_OPTION.END.rawValue]) { list in
                MHD_start_daemon_va(flags, 0, admit, this, handle, this, list)
            }
        }
        guard daemon != nil else { throw .system("libmicrohttpd could not be started", code: errno) }
    }

    private func option(
        _ option: MHD_OPTION, _ value: Int, _ pointer: UnsafeMutableRawPointer? = nil
    ) -> MHD_OptionItem {
        MHD_OptionItem(option: option, value: value, ptr_value: pointer)
    }
}

private typealias NotifyConnection =
    @convention(c) (
        UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
        MHD_ConnectionNotificationCode
    ) -> Void
private typealias ReadRequestLine =
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
    ) -> UnsafeMutableRawPointer?
private typealias Unescape =
    @convention(c) (
        UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?
    ) -> Int
private typealias NotifyCompleted =
    @convention(c) (
        UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
        MHD_RequestTerminationCode
    ) -> Void

private func engine(_ this: UnsafeMutableRawPointer) -> Engine {
    Unmanaged<Engine>.fromOpaque(this).takeUnretainedValue()
}

private func connection(_ context: UnsafeMutableRawPointer) -> Connection {
    Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue()
}

private func admit(
    _ this: UnsafeMutableRawPointer?, _ address: UnsafePointer<sockaddr>?, _ size: socklen_t
) -> MHD_Result {
    guard let this, let address else { return .NO }
    return engine(this).admits(IPAddress(address, size: Int(size))) ? .YES : .NO
}

private func connectionChanged(
    _ this: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ change: MHD_ConnectionNotificationCode
) {
    guard let this, let handle, let context else { return }
    if change == .CONNECTION_NOTIFY_STARTED {
        context.pointee = Unmanaged.passRetained(engine(this).opened(handle)).toOpaque()
    } else if let old = context.pointee {
        context.pointee = nil
        engine(this).table.remove(connection(old))
        Unmanaged<Connection>.fromOpaque(old).release()
    }
}

private func requestLineRead(
    _ this: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let this, let handle, let context = quad_mhd_socket_context(handle) else { return nil }
    engine(this).began(connection(context), target)
    return context
}

/// The target is decoded by ``PercentEncoding``, which libmicrohttpd's own decoding would only garble.
private func leaveEscaped(
    _ this: UnsafeMutableRawPointer?, _ handle: OpaquePointer?, _ text: UnsafeMutablePointer<CChar>?
) -> Int {
    text.map { strlen($0) } ?? 0
}

private func handle(
    _ this: UnsafeMutableRawPointer?, _ handle: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ data: UnsafePointer<CChar>?,
    _ size: UnsafeMutablePointer<Int>?, _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let this, let method, let version, let size, let context = context?.pointee else { return .NO }
    let (engine, connection) = (engine(this), connection(context))
    if connection.stage == .head { return engine.examine(connection, method, version) }
    guard size.pointee > 0, let data else { return engine.proceed(connection) }
    let bytes = UnsafeRawPointer(data).assumingMemoryBound(to: UInt8.self)
    engine.take(UnsafeBufferPointer(start: bytes, count: size.pointee), for: connection)
    // Whole chunks only: with something left over, libmicrohttpd 0.9.75 may stall under epoll.
    size.pointee = 0
    return .YES
}

private func requestCompleted(
    _ this: UnsafeMutableRawPointer?, _ handle: OpaquePointer?,
    _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_RequestTerminationCode
) {
    guard let this, let handle, let context = context?.pointee else { return }
    engine(this).ended(
        connection(context), status: Int(quad_mhd_status(handle)), isComplete: code == .REQUEST_TERMINATED_COMPLETED_OK)
}
