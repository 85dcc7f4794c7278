internal import Glibc
internal import Synchronization

/// Every open connection by its socket, for the reaper, and how many each address has.
final class ConnectionTable: Sendable {
    private struct State {
        var slots: [Connection?] = Array(repeating: nil, count: 1024)
        var perAddress: [IPAddress: Int] = [:]
        var count = 0
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.count } }

    func insert(_ connection: Connection) {
        let slot = Int(connection.socket)
        state.withLock { state in
            while state.slots.count <= slot { state.slots += Array(repeating: nil, count: state.slots.count) }
            state.slots[slot] = connection
            state.perAddress[connection.peer.network64, default: 0] += 1
            state.count += 1
        }
    }

    /// Called before the socket is closed, so that no other can take its number meanwhile.
    func remove(_ connection: Connection) {
        let address = connection.peer.network64
        state.withLock { state in
            state.slots[Int(connection.socket)] = nil
            state.count -= 1
            let left = (state.perAddress[address] ?? 1) - 1
            state.perAddress[address] = left > 0 ? left : nil
        }
    }

    func connections(of address: IPAddress) -> Int {
        state.withLock { $0.perAddress[address.network64] ?? 0 }
    }

    /// Visits every connection in steps of 256, so that the event thread never waits long for the lock.
    func forEach(_ body: (Connection) -> Void) {
        var next = 0
        while true {
            let isDone = state.withLock { state in
                let end = min(next + 256, state.slots.count)
                for slot in next..<end {
                    if let connection = state.slots[slot] { body(connection) }
                }
                next = end
                return end == state.slots.count
            }
            if isDone { return }
        }
    }
}
