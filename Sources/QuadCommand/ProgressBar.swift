#if canImport(Glibc)
    import Glibc
#endif

/// How far long work has come: a bar on a terminal, a line a step elsewhere.
struct ProgressBar {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var step = ""
    private var lastShown = -1
    private var announced: Set<String> = []

    /// - Parameters:
    ///   - step: what is being done, a few words.
    ///   - total: 0 when it is not known.
    mutating func show(_ step: String, done: Int, total: Int) {
        let percent = total > 0 ? min(100, done * 100 / total) : 0
        guard step != self.step || percent != lastShown else { return }
        (self.step, lastShown) = (step, percent)
        guard isTerminal else {
            if announced.insert(step).inserted { writeToTerminal("\(step) …\n") }
            return
        }
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        writeToTerminal("\r\u{1B}[K\(step.padded(to: 24)) \(bar) \(percent) %")
    }

    /// Clears the bar, so that what is said next stands on a line of its own.
    func finish() {
        if isTerminal { writeToTerminal("\r\u{1B}[K") }
    }
}
