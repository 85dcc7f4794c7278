internal import FoundationEssentials

/// The Redis server of the tests, which all of them share: keys need a prefix of the test's own.
public enum TestRedis {
    /// The value of `TEST_REDIS_URL`.
    public static var url: String {
        get throws {
            guard let url = ProcessInfo.processInfo.environment["TEST_REDIS_URL"], !url.isEmpty else {
                throw TestSupportError.notSet("TEST_REDIS_URL")
            }
            return url
        }
    }
}
