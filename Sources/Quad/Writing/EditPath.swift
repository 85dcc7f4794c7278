/// The shortest way from one sequence to another.
///
/// - Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1 (1986).
enum EditPath {
    /// The longest common subsequence, as places in both.
    ///
    /// - Parameter mostEdits: how many elements may be removed and added together.
    /// - Returns: `nil` when there are more.
    /// - Complexity: O((*n* + *m*) · *d*) in the edits *d*, and O(*d*²) memory.
    static func common(of old: [Int32], _ new: [Int32], mostEdits: Int) -> [(old: Int, new: Int)]? {
        let most = min(old.count + new.count, mostEdits)
        // How far along `old` each diagonal was reached: diagonal k stands at k + most + 1.
        var reached = [Int32](repeating: 0, count: 2 * most + 3)
        var trace: [[Int32]] = []
        for edits in 0...most {
            trace.append(Array(reached[(most + 1 - edits)...(most + 1 + edits)]))
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let place = diagonal + most + 1
                let isAddition = isAddition(diagonal, edits, reached[place - 1], reached[place + 1])
                var x = Int(isAddition ? reached[place + 1] : reached[place - 1] + 1)
                while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                reached[place] = Int32(truncatingIfNeeded: x)
                if x >= old.count, x - diagonal >= new.count { return walkBack(trace, old, new) }
            }
        }
        return nil
    }

    private static func isAddition(_ diagonal: Int, _ edits: Int, _ below: Int32, _ above: Int32) -> Bool {
        diagonal == -edits || diagonal != edits && below < above
    }

    /// - Parameter trace: for each number of edits what was reached before it, diagonals -edits...edits.
    private static func walkBack(_ trace: [[Int32]], _ old: [Int32], _ new: [Int32]) -> [(old: Int, new: Int)] {
        var pairs: [(old: Int, new: Int)] = []
        var (x, y) = (old.count, new.count)
        for edits in stride(from: trace.count - 1, through: 1, by: -1) {
            let before = trace[edits]
            let diagonal = x - y
            let place = diagonal + edits
            let isAddition = isAddition(
                diagonal, edits, place > 0 ? before[place - 1] : -1, place + 1 < before.count ? before[place + 1] : -1)
            let previous = isAddition ? diagonal + 1 : diagonal - 1
            let fromX = Int(before[previous + edits])
            let (startX, startY) = isAddition ? (fromX, fromX - previous + 1) : (fromX + 1, fromX - previous)
            while x > startX, y > startY {
                (x, y) = (x - 1, y - 1)
                pairs.append((x, y))
            }
            (x, y) = (fromX, fromX - previous)
        }
        while x > 0, y > 0 {
            (x, y) = (x - 1, y - 1)
            pairs.append((x, y))
        }
        return pairs.reversed()
    }
}
