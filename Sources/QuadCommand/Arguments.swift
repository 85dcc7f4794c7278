/// The options a command was given, checked against those it has.
struct Arguments {
    private var values: [String: String] = [:]
    /// What the command is about, where it takes one: a file's name.
    private(set) var operand: String?

    init(_ words: [String], of command: Subcommand) throws(WrongUsage) {
        var words = words[...]
        while let word = words.popFirst() {
            if command.operand != nil, operand == nil, !word.hasPrefix("--") {
                operand = word
                continue
            }
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(parts[0])
            guard let option = command.options.first(where: { $0.name == name }) else {
                throw WrongUsage("quad \(command.name) knows no option “\(word)”.")
            }
            switch (option.value, parts.count) {
            case (nil, 1): values[name] = ""
            case (nil, _): throw WrongUsage("\(name) takes no value.")
            case (.some, 2): values[name] = String(parts[1])
            case (.some(let placeholder), _):
                guard let value = words.popFirst() else {
                    throw WrongUsage("\(name) needs a value: \(name) \(placeholder).")
                }
                values[name] = value
            }
        }
    }

    subscript(_ name: String) -> String? { values[name] }

    /// - Throws: `WrongUsage` without a value.
    func required(_ name: String) throws(WrongUsage) -> String {
        guard let value = values[name], !value.isEmpty else { throw WrongUsage("\(name) must be given.") }
        return value
    }

    func has(_ name: String) -> Bool { values[name] != nil }
}

/// What was typed does not fit the command; its help follows.
struct WrongUsage: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
