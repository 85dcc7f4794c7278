/// What a text refers to, each once, in order, up to limits: what comes beyond them is shown as plain text.
struct Findings {
    var mentions = FirstSeen<String>(limit: 50)
    var tags = FirstSeen<String>(limit: 30)
    var references = FirstSeen<PostReference>(limit: 50)
    var links = FirstSeen<[UInt8]>(limit: 200)
    var files = FirstSeen<String>(limit: 100)
    var headings: [Heading] = []
    var imageCount = 0
    var unnamedImages = 0

    /// Links made of marks in running text, the same ones again counted too.
    var marks = 0

    static let mostMarks = 500
    static let mostHeadings = 100
    static let mostImages = 100
}

/// Different values in the order they came.
struct FirstSeen<Value: Hashable> {
    private(set) var values: [Value] = []
    private var known: Set<Value> = []
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// - Returns: whether `value` is among the values now.
    mutating func admit(_ value: Value) -> Bool {
        if known.contains(value) { return true }
        guard values.count < limit else { return false }
        known.insert(value)
        values.append(value)
        return true
    }
}
