internal import Glibc
internal import Synchronization

/// A running HTTP server: an event thread that holds every connection, a bounded queue, and workers.
public final class Server<S: Service>: Sendable {
    private let engine: ServiceEngine<S>
    private let reaper: Reaper
    private let workers: [SystemThread]
    private let reaperThread: SystemThread
    private let isStopped = Mutex(false)

    /// The port it listens on; 0 for a Unix socket.
    public let port: Int

    /// Starts to serve.
    public init(_ service: S, configuration: ServerConfiguration) throws(ServerError) {
        let engine = try ServiceEngine(service, configuration)
        let listening = try ListeningSocket(configuration)
        allowOpenFiles(configuration.limits.connections + configuration.limits.streams + 256)
        var workers: [SystemThread] = []
        do throws(ServerError) {
            try engine.streams.start()
            for number in 1...configuration.workers {
                workers.append(
                    try SystemThread("worker \(number)", stack: configuration.workerStack) {
                        engine.work(number: number, on: .ordinary)
                    })
            }
            for lane in Array(repeating: Lane.slow, count: configuration.slowWorkers)
                + Array(repeating: .heavy, count: configuration.heavyWorkers)
            {
                let number = workers.count + 1
                workers.append(
                    try SystemThread("\(lane) worker \(number)", stack: configuration.workerStack) {
                        giveWay()
                        engine.work(number: number, on: lane)
                    })
            }
            try engine.start(listeningOn: listening.descriptor)
            let reaper = Reaper(engine)
            reaperThread = try SystemThread("reaper", stack: 256 * 1024) { reaper.run() }
            (self.engine, self.reaper, self.workers, port) = (engine, reaper, workers, listening.port)
        } catch {
            if engine.daemon == nil { close(listening.descriptor) }
            engine.drain(workers)
            throw error
        }
    }

    public var statistics: ServerStatistics { engine.statistics }

    /// Stops as DESIGN.md says: answers with `Connection: close`, ends the live streams, takes no new
    /// connections, lingers for kept-alive ones, and answers 503 to what is left at
    /// ``ServerConfiguration/drain``. Blocks until all is done; a second call returns at once.
    public func stop() {
        let isFirst = isStopped.withLock { isStopped in
            defer { isStopped = true }
            return !isStopped
        }
        guard isFirst else { return }
        engine.drain(workers)
        reaper.stop()
        reaperThread.join()
    }

    deinit { stop() }
}

/// Lets this thread have what processor time the others leave, so that answering pages goes on beside it.
private func giveWay() {
    // Linux counts niceness by thread, and a thread may always become nicer.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
}

/// Raises this process's limit of open files as far as it may, to `wanted` at most.
private func allowOpenFiles(_ wanted: Int) {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < UInt(wanted) else {
        return
    }
    limit.rlim_cur = min(UInt(wanted), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
}

/// Makes writing to a closed connection an error instead of the end of the process. Call it before anything else:
/// hiredis and libpq write to sockets that the other side may have closed.
public func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
}
