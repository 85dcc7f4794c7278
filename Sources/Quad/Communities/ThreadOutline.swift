/// A whole thread without its words: who answers whom, and every score.
///
/// Comments are named by their position in the order of writing, in which whatever a comment answers stands before
/// it: one pass forwards knows every parent, one backwards has counted every reply.
struct ThreadOutline: Sendable {
    /// The comments' numbers, ascending.
    let numbers: [Int]
    let scores: [Int]
    /// The position of what each answers; -1 at the top.
    let parents: [Int]
    /// How many stand below each, however deep.
    let sizes: [Int]
    /// The replies to all comments one after the other, in the order of writing, those at the top first.
    private let replies: [Int]
    /// Where in `replies` a comment's begin, at its position plus one.
    private let starts: [Int]

    /// - Parameters:
    ///   - numbers: in any order.
    ///   - parentNumbers: 0 at the top. A reply to what is not here stands at the top.
    /// - Complexity: O(*n*) when the numbers ascend, else O(*n* log *n*).
    init(numbers: [Int], parentNumbers: [Int], scores: [Int]) {
        var (numbers, parentNumbers, scores) = (numbers, parentNumbers, scores)
        if zip(numbers, numbers.dropFirst()).contains(where: { $0 > $1 }) {
            let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
            (numbers, parentNumbers, scores) = (
                order.map { numbers[$0] }, order.map { parentNumbers[$0] }, order.map { scores[$0] }
            )
        }
        self.numbers = numbers
        self.scores = scores
        let parents = parentNumbers.map { $0 == 0 ? -1 : Self.position(of: $0, in: numbers) ?? -1 }
        var sizes = [Int](repeating: 0, count: numbers.count)
        var starts = [Int](repeating: 0, count: numbers.count + 2)
        for position in numbers.indices.reversed() {
            if parents[position] >= 0 { sizes[parents[position]] += sizes[position] + 1 }
            starts[parents[position] + 2] += 1
        }
        for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
        var (ends, replies) = (starts, [Int](repeating: 0, count: numbers.count))
        for position in numbers.indices {
            replies[ends[parents[position] + 1]] = position
            ends[parents[position] + 1] += 1
        }
        (self.parents, self.sizes, self.replies, self.starts) = (parents, sizes, replies, starts)
    }

    func position(of number: Int) -> Int? { Self.position(of: number, in: numbers) }

    /// The direct replies to a comment, or the comments at the top, in the order of writing.
    ///
    /// - Parameter position: -1 for the top.
    func replies(to position: Int) -> ArraySlice<Int> { replies[starts[position + 1]..<starts[position + 2]] }

    /// Everything below a comment, in the order of writing.
    func everything(below position: Int) -> [Int] {
        var found = Array(replies(to: position))
        var next = 0
        while next < found.count {
            found += replies(to: found[next])
            next += 1
        }
        return found.sorted()
    }

    /// What a comment answers, what that answers, and so on to the top.
    func line(above position: Int) -> [Int] {
        var (line, next) = ([Int](), parents[position])
        while next >= 0 {
            line.append(next)
            next = parents[next]
        }
        return line
    }

    /// Numbers ascend from 1 with few holes, so a comment is at the position before its number, or shortly before.
    private static func position(of number: Int, in numbers: [Int]) -> Int? {
        var (low, high) = (0, min(number, numbers.count))
        if high > 0, numbers[high - 1] == number { return high - 1 }
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < numbers.count && numbers[low] == number ? low : nil
    }
}
