internal import CSodium

/// Makes libsodium ready; every function of this room does so itself. Calling it at start-up finds a broken
/// installation before the first member does.
public func ensureReady() {
    Sodium.ensureReady()
}

enum Sodium {
    /// Runs once, however many threads come first; afterwards it costs a load.
    private static let isReady: Void = {
        // Fails only when the system has no source of randomness, and then nothing here is safe to use.
        precondition(sodium_init() >= 0, "libsodium does not start: the system gives no random bytes.")
    }()

    static func ensureReady() {
        isReady
    }
}
