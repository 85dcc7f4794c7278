/// When to ask a silent server whether it is there, and when to give it up.
struct Pulse {
    private let interval: Duration
    private var isAsking = false
    private(set) var next: Deadline

    init(every interval: Duration) {
        self.interval = interval
        next = .after(interval)
    }

    var isDue: Bool { next <= .now }

    mutating func heard() {
        isAsking = false
        next = .after(interval)
    }

    /// - Returns: `false` when it was asked already and has not answered.
    mutating func asks() -> Bool {
        guard !isAsking else { return false }
        isAsking = true
        next = .after(interval)
        return true
    }
}
