/// Work that comes round again: each time one of the instances writes the job down. A round that is missed because
/// none was running is not made up for, and none begins while the last is not done.
struct Schedule: Sendable {
    /// Lower-case letters and underscores, at most 40.
    let name: String
    /// A second or longer.
    let every: Duration
    let job: any Job

    var uniqueKey: String { "schedule \(name)" }
}
