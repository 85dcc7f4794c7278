internal import CMicrohttpd
internal import Synchronization

/// What happens to a request on a worker's thread.
extension Engine {
    func work(on connection: Connection, _ respond: (Request) -> Response) {
        connection.claim.store(.copying, ordering: .relaxed)
        let begun = ContinuousClock.now
        connection.exchange.waiting = connection.exchange.queued.duration(to: begun)
        do throws(FormError) {
            let request = try Request(of: connection)
            connection.claim.store(.working, ordering: .releasing)
            let response = respond(request)
            guard claim(connection) else { return }
            connection.exchange.working = begun.duration(to: .now)
            answer(connection, with: response)
        } catch {
            answer(connection, refusing: error.refusal)
        }
    }

    /// Makes sure that a request is answered once, should stopping have run out of patience with its worker.
    func claim(_ connection: Connection) -> Bool {
        connection.claim.compareExchange(
            expected: .working, desired: .answered, ordering: .acquiringAndReleasing
        ).exchanged
    }

    /// - Precondition: the connection is the caller's: from the queue, or by ``claim(_:)``.
    func answer(_ connection: Connection, refusing reason: Refusal.Reason) {
        connection.claim.store(.answered, ordering: .releasing)
        resume(connection, refusing: reason)
    }

    private func answer(_ connection: Connection, with response: Response) {
        connection.exchange.route = response.route
        connection.exchange.note = response.note
        if case .stream(let stream) = response.body, connection.head.method == .get {
            detach(connection, stream, response)
        } else if let native = NativeResponse(response, closes: isDraining.load(ordering: .relaxed)) {
            resume(connection, .response(native))
        } else {
            resume(connection, refusing: .brokenAnswer)
        }
    }

    private func resume(_ connection: Connection, refusing reason: Refusal.Reason) {
        resume(connection, .response(refusal(of: connection, reason)))
    }

    /// What a request is turned away with: a page that keeps what a form held, or the one for all.
    func refusal(of connection: Connection, _ reason: Refusal.Reason) -> NativeResponse {
        counters.refused.add(1)
        let refusal = Refusal(reason)
        let prepared = prepared(refusal)
        connection.exchange.route = connection.exchange.route ?? prepared.route
        if refusal.isPassing, let kept = keptForm(of: connection, refusal) { return kept }
        return prepared.native(for: connection.head, closes: true)
    }

    private func keptForm(of connection: Connection, _ refusal: Refusal) -> NativeResponse? {
        guard case .form(let bytes) = connection.body, bytes.count <= configuration.limits.keptForm else { return nil }
        do throws(FormError) {
            let request = try Request(of: connection)
            return page(for: refusal, of: request).flatMap { NativeResponse(refusal.complete($0), closes: true) }
        } catch {
            return nil
        }
    }

    private func resume(_ connection: Connection, _ answer: Answer) {
        connection.answer = answer
        // The last touch: from here on the connection is the event thread's, and may be gone.
        MHD_resume_connection(connection.handle)
        counters.suspended.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }

    private func detach(_ connection: Connection, _ stream: EventStream, _ response: Response) {
        guard !isDraining.load(ordering: .relaxed) else { return resume(connection, refusing: .shuttingDown) }
        guard streams.adopt(stream, from: connection.socket, response) else {
            return resume(connection, refusing: .tooManyStreams)
        }
        resume(connection, .detached)
    }
}

extension Request {
    /// Copies a request out of libmicrohttpd's memory.
    init(of connection: Connection) throws(FormError) {
        let head = connection.head
        let target = String(decoding: head.target, as: UTF8.self)
        let path = try PercentEncoding.decode(head.path, .path)
        let query = if let query = head.query { try FormFields.parse(query) } else { FormFields() }
        let headers = head.fields.map { Headers(copying: $0) } ?? Headers()
        self.init(
            id: connection.exchange.id, method: head.method ?? .get, target: target, path: path, query: query,
            headers: headers, client: connection.exchange.client, received: connection.exchange.received,
            body: try connection.body.finish())
    }
}
