/// How long things take in the background.
struct JobPace: Sendable {
    /// How long a job may take; then it counts as lost with its process, and another thread takes it.
    var lease = Duration.seconds(300)
    /// How often a thread with nothing to do looks for work by itself.
    var poll = Duration.seconds(5)
    /// How long a job waits after each failure; after the last of these always as long as then.
    var pauses: [Duration] = [10, 30, 120, 300, 900, 1_800, 3_600].map { .seconds($0) }
    /// How long a job under way may go on once the program is to end.
    var farewell = Duration.seconds(10)

    /// How long to wait before the next try: up to a fifth more or less, so that what failed together does not come
    /// back together.
    ///
    /// - Parameter attempts: tries so far, from 1.
    func pause(after attempts: Int, using generator: inout some RandomNumberGenerator) -> Duration {
        let pause = pauses[min(max(attempts, 1), pauses.count) - 1]
        return pause * Double.random(in: 0.8...1.2, using: &generator)
    }

    /// How long a thread leaves a database alone that it could not reach: 100 ms, doubling to 5 s.
    static func databasePause(after failures: Int) -> Duration {
        min(.milliseconds(100) * (1 << min(failures - 1, 6)), .seconds(5))
    }
}
