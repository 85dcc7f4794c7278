import Dispatch
import Synchronization

/// Runs `body` on threads of its own, as connections block and tests share few threads, and returns their results.
func inThreads<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Value) throws -> [Value] {
    let results = Results<Value>()
    let group = DispatchGroup()
    for index in 0..<count {
        DispatchQueue(label: "thread \(index)").async(group: group) {
            let result = Result { try body(index) }
            results.all.withLock { $0[index] = result }
        }
    }
    group.wait()
    return try results.all.withLock { all in try all.sorted { $0.key < $1.key }.map { try $0.value.get() } }
}

private final class Results<Value: Sendable>: Sendable {
    let all = Mutex<[Int: Result<Value, any Error>]>([:])
}
