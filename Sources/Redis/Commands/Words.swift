/// The words of one command, end to end in one buffer, so that a command costs two allocations whatever its length.
@usableFromInline
struct Words: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var ends: [Int] = []

    /// Set when the words are only a script's key count, keys and arguments:
    /// the connection puts `EVALSHA` or `EVAL` and the script in front.
    var script: Script?

    static let none = Words()

    init(_ words: any RedisValue...) {
        ends.reserveCapacity(words.count)
        bytes.reserveCapacity(64)
        for word in words { append(word) }
    }

    mutating func append(_ word: some RedisValue) {
        word.append(to: &bytes)
        ends.append(bytes.count)
    }

    mutating func append(_ words: some Sequence<String>) {
        for word in words { append(word) }
    }

    /// Fills in where each word starts and how long it is, valid only while `body` runs.
    func withWords<Result>(
        _ starts: Slice<UnsafeMutableBufferPointer<UnsafePointer<CChar>?>>,
        _ lengths: Slice<UnsafeMutableBufferPointer<Int>>,
        _ body: () -> Result
    ) -> Result {
        bytes.withUnsafeBytes { bytes in
            var start = 0
            for (index, end) in ends.enumerated() {
                let address = bytes.baseAddress.map { base in (base + start).assumingMemoryBound(to: CChar.self) }
                starts.base[starts.startIndex + index] = address
                lengths.base[lengths.startIndex + index] = end - start
                start = end
            }
            return body()
        }
    }
}
