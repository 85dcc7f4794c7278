extension RedisConfiguration {
    /// A connection to the server that takes writes, signed in.
    func open(within deadline: Deadline) throws(RedisError) -> Session {
        switch target {
        case .server(let endpoint):
            return try session(at: endpoint, within: min(deadline, .after(connectTimeout)))
        case .sentinels(let sentinels, let master):
            return try session(ofMaster: master, by: sentinels, within: min(deadline, .after(connectTimeout)))
        }
    }

    private func session(at endpoint: Endpoint, within deadline: Deadline) throws(RedisError) -> Session {
        let session = Session(try Connection.open(endpoint, within: deadline))
        var greeting: [Words] = []
        if let credentials {
            var words = Words("AUTH")
            if let user = credentials.user { words.append(user) }
            words.append(credentials.password)
            greeting.append(words)
        }
        if database != 0 { greeting.append(Words("SELECT", database)) }
        guard !greeting.isEmpty else { return session }
        for case .error(let code, let message) in try session.exchange(greeting, within: deadline) {
            throw .server(code: code, message: message)
        }
        return session
    }

    /// Asks one Sentinel after the other. What they say may be old, so the server itself has the last word (`ROLE`).
    private func session(
        ofMaster name: String, by sentinels: [Endpoint], within deadline: Deadline
    ) throws(RedisError) -> Session {
        var failure = RedisError.unavailable
        for (index, sentinel) in sentinels.enumerated() {
            do throws(RedisError) {
                // One that hangs must leave time for the others and for the master itself.
                let share = (deadline - .now) / (sentinels.count - index + 1)
                let master = try Self.master(name, by: sentinel, within: .after(share))
                let session = try session(at: master, within: deadline)
                let role = try session.exchange([Words("ROLE")], within: deadline).first?.elements?.first?.text
                if role == "master" { return session }
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private static func master(
        _ name: String, by sentinel: Endpoint, within deadline: Deadline
    ) throws(RedisError) -> Endpoint {
        let session = Session(try Connection.open(sentinel, within: deadline))
        let question = Words("SENTINEL", "get-master-addr-by-name", name)
        guard
            let address = try session.exchange([question], within: deadline).first?.elements, address.count == 2,
            let host = address[0].text, let port = address[1].text.flatMap(UInt16.init)
        else { throw .unavailable }
        return .host(host, port: port)
    }
}

extension Connection {
    /// Connects, to the first of a name's addresses that answers.
    static func open(_ endpoint: Endpoint, within deadline: Deadline) throws(RedisError) -> Connection {
        guard case .host(let name, let port) = endpoint else { return try connected(to: endpoint, within: deadline) }
        guard let addresses = NameLookup.addresses(of: name, within: deadline) else { throw .unavailable }
        var failure = RedisError.unavailable
        for (index, address) in addresses.enumerated() {
            do throws(RedisError) {
                let share = (deadline - .now) / (addresses.count - index)
                return try connected(to: .host(address, port: port), within: .after(share))
            } catch {
                failure = error
            }
        }
        throw failure
    }

    private static func connected(to address: Endpoint, within deadline: Deadline) throws(RedisError) -> Connection {
        let connection = try Connection(to: address)
        try connection.connect(within: deadline)
        return connection
    }
}
