/// A connection that is signed in, and what it remembers of its server: which scripts that one knows.
final class Session {
    let connection: Connection
    private var known: [UInt: Words] = [:]

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Sends all commands at once and waits for all answers: one round trip, a second one only for scripts that the
    /// server has forgotten.
    ///
    /// - Throws: when the connection is of no use any more. A refused command is not thrown but answered.
    func exchange(_ commands: [Words], within deadline: Deadline) throws(RedisError) -> [Reply] {
        var replies = try exchangeOnce(commands, within: deadline)
        try repeatForgotten(commands, &replies, within: deadline)
        return replies
    }

    private func exchangeOnce(_ commands: [Words], within deadline: Deadline) throws(RedisError) -> [Reply] {
        let unknown = unknownScripts(in: commands)
        for script in unknown { try connection.append(Words("SCRIPT", "LOAD", script.lua.description)) }
        for command in commands { try append(command) }
        try connection.flush(within: deadline)

        for script in unknown { remember(script, try connection.reply(within: deadline)) }
        var replies: [Reply] = []
        replies.reserveCapacity(commands.count)
        for _ in commands { replies.append(try connection.reply(within: deadline)) }
        guard connection.hasNothingBuffered else { throw .protocolViolation }
        return replies
    }

    private func unknownScripts(in commands: [Words]) -> [Script] {
        var unknown: [Script] = []
        for case let script? in commands.lazy.map(\.script) where known[script.identity] == nil {
            if !unknown.contains(where: { other in other.identity == script.identity }) { unknown.append(script) }
        }
        return unknown
    }

    /// A script that is not known yet goes as its text, so that it runs in its place in the pipeline.
    private func append(_ command: Words) throws(RedisError) {
        guard let script = command.script else { return try connection.append(command) }
        try connection.append(known[script.identity] ?? Words("EVAL", script.lua.description), command)
    }

    /// A script that does not load is not remembered; its `EVAL` in the same pipeline says why.
    private func remember(_ script: Script, _ reply: Reply) {
        guard case .bytes(let digest) = reply else { return }
        known[script.identity] = Words("EVALSHA", digest)
    }

    private func repeatForgotten(
        _ commands: [Words], _ replies: inout [Reply], within deadline: Deadline
    ) throws(RedisError) {
        var forgotten: [Int] = []
        for (index, reply) in replies.enumerated() {
            guard case .error("NOSCRIPT", _) = reply, let script = commands[index].script else { continue }
            known[script.identity] = nil
            forgotten.append(index)
        }
        guard !forgotten.isEmpty else { return }
        let answers = try exchangeOnce(forgotten.map { index in commands[index] }, within: deadline)
        for (index, answer) in zip(forgotten, answers) { replies[index] = answer }
    }
}
