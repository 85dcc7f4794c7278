import Postgres

/// How a try ended.
enum JobOutcome {
    case done
    case failed(String, again: Duration)
    case notYet(Duration)
    case dead(String)

    init(_ error: any Error, of job: ClaimedJob, pace: JobPace) {
        var generator = SystemRandomNumberGenerator()
        switch error {
        case JobError.permanent(let reason): self = .dead(Self.worded(reason))
        case JobError.notYet(let pause): self = .notYet(pause)
        case _ where job.attempts >= job.mostAttempts: self = .dead(Self.worded(String(describing: error)))
        default:
            self = .failed(
                Self.worded(String(describing: error)), again: pace.pause(after: job.attempts, using: &generator))
        }
    }

    /// What becomes of the job; nothing when it was given to another thread meanwhile.
    func query(for job: ClaimedJob) -> Query<Int> {
        switch self {
        case .done: .finish(job)
        case .failed(let error, let pause): .postpone(job, for: pause, because: error)
        case .notYet(let pause): .putBack(job, for: pause)
        case .dead(let error): .bury(job, because: error)
        }
    }

    /// The reason, where there is one to be told.
    var failure: String? {
        switch self {
        case .done, .notYet: nil
        case .failed(let error, _), .dead(let error): error
        }
    }

    /// As the column takes it: 1,000 code points, none of them U+0000.
    private static func worded(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }.prefix(1_000)))
    }
}
