#if canImport(Glibc)
    import Glibc
#endif

/// The terminal the program was started from.
struct Terminal {
    private let settings: termios

    /// - Returns: `nil` when standard input is none.
    init?() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
        self.settings = settings
    }

    /// Asks for a line, and does not show what is typed.
    func secret(_ question: String) -> String {
        writeToTerminal(question)
        var silent = settings
        // Without signals, too: Ctrl-C would leave a terminal that shows nothing.
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            var settings = self.settings
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
            writeToTerminal("\n")
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
