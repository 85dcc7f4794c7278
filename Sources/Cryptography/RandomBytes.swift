internal import CSodium

/// Bytes nobody can predict, from the operating system by way of libsodium.
public enum RandomBytes {
    public static func make(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        fill(&bytes)
        return bytes
    }

    /// Overwrites all of `bytes`.
    public static func fill(_ bytes: inout [UInt8]) {
        Sodium.ensureReady()
        randombytes_buf(&bytes, bytes.count)
    }
}

/// Unpredictable numbers for Swift's own functions (`shuffled(using:)`).
public struct SecureGenerator: RandomNumberGenerator, Sendable {
    public init() {
        Sodium.ensureReady()
    }

    public func next() -> UInt64 {
        var number: UInt64 = 0
        randombytes_buf(&number, MemoryLayout<UInt64>.size)
        return number
    }
}
