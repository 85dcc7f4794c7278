extension PasswordHash {
    /// What one guess costs, us and everybody else. One thread (Argon2's p = 1).
    public struct Cost: Hashable, Sendable {
        /// In bytes, whole KiB.
        public let memory: Int
        public let passes: Int

        /// 19 MiB and 2 passes.
        ///
        /// - Source: OWASP Password Storage Cheat Sheet.
        public static let standard = Cost(bytes: 19 << 20, passes: 2)

        static let mostMemory = 1 << 30
        static let mostPasses = 20

        /// - Parameter memory: in bytes; rounded down to whole KiB.
        /// - Returns: `nil` below the standard cost, and above 1 GiB or 20 passes, where a sign-in would wait seconds.
        public init?(memory: Int, passes: Int) {
            guard (Self.standard.memory...Self.mostMemory).contains(memory),
                (Self.standard.passes...Self.mostPasses).contains(passes)
            else { return nil }
            self.init(bytes: memory & ~1023, passes: passes)
        }

        /// Any cost: also an old hash's, or one that is not to be had.
        init(bytes: Int, passes: Int) {
            (memory, self.passes) = (bytes, passes)
        }
    }
}
