internal import CMicrohttpd
internal import Synchronization

/// What happens to a connection on the event thread, in the order it happens.
extension Engine {
    /// Whether an address may have one more connection. `nil`: a Unix socket, where only a proxy connects.
    func admits(_ address: IPAddress?) -> Bool {
        guard let address, !configuration.trustedProxies.contains(address),
            !configuration.generousNetworks.contains(address)
        else { return true }
        if table.connections(of: address) < configuration.limits.connectionsPerAddress { return true }
        counters.turnedAway.add(1)
        return false
    }

    func opened(_ handle: OpaquePointer) -> Connection {
        let socket = quad_mhd_socket(handle)
        let peer = IPAddress.peer(of: socket)
        let connection = Connection(
            handle: handle, socket: socket, peer: peer ?? .loopback,
            isProxy: peer.map(configuration.trustedProxies.contains) ?? true)
        connection.deadline.set(.waiting, at: requestDeadline)
        table.insert(connection)
        return connection
    }

    func began(_ connection: Connection, _ target: UnsafePointer<CChar>?) {
        counters.active.add(1)
        counters.requests.add(1)
        connection.begin(target, id: requestIDs.next())
        // A deadline already running began with this request's first byte.
        if connection.deadline.value.phase != .receiving {
            connection.deadline.set(.receiving, at: requestDeadline)
        }
    }

    /// The headers are in. Answering now would close the connection, so only what must end with a closed
    /// connection is answered here; the rest waits for ``proceed(_:)``.
    func examine(
        _ connection: Connection, _ method: UnsafePointer<CChar>, _ version: UnsafePointer<CChar>
    ) -> MHD_Result {
        connection.head.restoreQuery()
        connection.stage = .body
        let finding = requestGuard.examine(connection, method: method, version: version)
        if connection.isProxy, let fields = connection.head.fields {
            connection.exchange.client = ClientAddress.behind(
                connection.peer, fields, trusting: configuration.trustedProxies)
        }
        if let reason = finding.refusal ?? prepareBody(of: connection, finding) {
            let canDiscard =
                finding.isFramed && !finding.expectsContinue
                && (1...configuration.limits.discard).contains(finding.length)
            guard canDiscard else { return refuse(connection, reason) }
            connection.body = .discard
            connection.refusal = Refusal(reason)
        }
        return .YES
    }

    private func prepareBody(of connection: Connection, _ finding: RequestGuard.Finding) -> Refusal.Reason? {
        guard finding.kind != nil else { return nil }
        let type = connection.head.value("content-type").map { String(decoding: $0, as: UTF8.self) } ?? ""
        do throws(FormError) {
            connection.body = try BodyReader(
                finding, contentType: type, limits: configuration.limits, directory: configuration.temporaryDirectory)
            return nil
        } catch {
            return error.refusal
        }
    }

    func take(_ bytes: UnsafeBufferPointer<UInt8>, for connection: Connection) {
        if case .multipart = connection.body {
            let deadline = connection.deadline.value
            let more = Int64(bytes.count) * 1000 / Int64(configuration.limits.uploadRate)
            connection.deadline.replace(deadline, with: deadline.phase, at: deadline.time + more)
        }
        do throws(FormError) {
            try connection.body.feed(bytes)
        } catch {
            connection.body = .discard
            connection.refusal = Refusal(error.refusal)
        }
    }

    /// The request is whole, or an answer has come back from a worker.
    func proceed(_ connection: Connection) -> MHD_Result {
        if connection.stage == .handedOver { return sendAnswer(of: connection) }
        if let refusal = connection.refusal { return refuse(connection, refusal.reason) }
        if let method = connection.head.method, method != .post {
            let head = RequestHead(connection.head, method: method, client: connection.exchange.client)
            if let prepared = immediate(head) { return send(prepared, on: connection) }
        }
        let queue = queue(for: connection)
        guard queue.hasRoom else { return refuse(connection, .queueFull) }
        // Counted before looking, as stopping closes before counting: one of the two sees the other.
        counters.suspended.wrappingAdd(1, ordering: .sequentiallyConsistent)
        if isClosed.load(ordering: .sequentiallyConsistent) {
            counters.suspended.add(-1)
            return refuse(connection, .shuttingDown)
        }
        handOver(connection, to: queue)
        return .YES
    }

    private func queue(for connection: Connection) -> WorkQueue {
        guard let method = connection.head.method else { return queue }
        return queue(of: lane(for: RequestHead(connection.head, method: method, client: connection.exchange.client)))
    }

    private func handOver(_ connection: Connection, to queue: WorkQueue) {
        connection.stage = .handedOver
        connection.deadline.set(.none, at: 0)
        if connection.head.method == .post { connection.exchange.queued = .now }
        connection.exchange.onEventThread = false
        connection.claim.store(.queued, ordering: .relaxed)
        // Suspended before anyone else can know of it: a resume that came first would be lost.
        MHD_suspend_connection(connection.handle)
        queue.push(connection)
    }

    private func sendAnswer(of connection: Connection) -> MHD_Result {
        guard connection.claim.load(ordering: .acquiring) == .answered, let answer = connection.answer else {
            return .YES
        }
        switch answer {
        case .response(let native): return send(native, on: connection)
        case .detached: return .NO
        }
    }

    private func refuse(_ connection: Connection, _ reason: Refusal.Reason) -> MHD_Result {
        send(refusal(of: connection, reason), on: connection)
    }

    private func send(_ prepared: PreparedResponse, on connection: Connection) -> MHD_Result {
        connection.exchange.route = prepared.route
        let closes = isDraining.load(ordering: .relaxed)
        return send(prepared.native(for: connection.head, closes: closes), on: connection)
    }

    private func send(_ native: NativeResponse, on connection: Connection) -> MHD_Result {
        connection.stage = .sending
        connection.exchange.bytes = connection.head.method == .head ? 0 : native.size
        connection.deadline.set(.sending, at: sendingDeadline)
        return MHD_queue_response(connection.handle, UInt32(native.status.code), native.handle)
    }

    /// The answer has been handed to the kernel, or the connection has ended before that.
    func ended(_ connection: Connection, status: Int, isComplete: Bool) {
        counters.active.add(-1)
        let notes = connection.exchange
        let isDetached = if case .detached = connection.answer { true } else { false }
        finished(
            Exchange(
                id: notes.id, method: connection.head.method,
                target: String(decoding: connection.head.target, as: UTF8.self),
                status: (200...599).contains(status) ? HTTPStatus(code: status) : isDetached ? .ok : .badRequest,
                bytesSent: isComplete ? notes.bytes : 0, client: notes.client, received: notes.received,
                total: notes.received.duration(to: .now), waiting: notes.waiting, working: notes.working,
                answeredOnEventThread: notes.onEventThread, route: notes.route, note: notes.note,
                isComplete: isComplete || isDetached))
        connection.reset()
        connection.deadline.set(.waiting, at: Deadline.never)
    }
}
