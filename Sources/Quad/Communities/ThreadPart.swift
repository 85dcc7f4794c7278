/// The part of a thread that one page shows, chosen before a word of it is read.
///
/// A page shows whole branches, a branch being a comment of the first row with all below it, until `pageSize` comments
/// are used up. Of a large branch it shows the beginning, and links to a page about the comment below which the rest
/// stands. That page is made the same way, its first row being the replies to that comment; as each such link leads
/// further down, every comment is reached.
struct ThreadPart: Equatable, Sendable {
    /// How many comments a page shows at most, those above the one it is about aside.
    static let pageSize = 200
    /// How much of a branch is shown below its first comment, at least.
    static let branchSize = 50
    /// How many comments are shown above the one a page is about.
    static let lineLength = 5

    /// What a branch leaves to another page.
    struct Rest: Equatable, Sendable {
        let count: Int
        /// The comment below which all of it stands.
        let below: Int
    }

    /// Numbers of what the page's comment answers, the nearest last.
    var line: [Int] = []
    /// How many more stand above the line.
    var above = 0
    /// What the first of the line answers: only its author is named.
    var beyond: Int?
    /// Numbers of the comments to show, the one the page is about among them.
    let shown: [Int]
    /// By the branch's first comment.
    var rests: [Int: Rest] = [:]
    /// How many comments there are below each of the line, and below the one the page is about.
    var sizes: [Int: Int] = [:]
    /// The accepted answer and what it answers, whether or not they are here.
    var toAnswer: Set<Int> = []
    /// Where the next page goes on.
    var next: ThreadCursor?

    /// All comments whose words are needed.
    var numbers: [Int] { (beyond.map { [$0] } ?? []) + line + shown }
}

extension ThreadPart {
    /// Chooses what a page shows.
    ///
    /// - Parameter answer: the accepted answer's number.
    /// - Returns: `nil` where the view's comment is not in the thread, or nothing comes after its cursor.
    /// - Complexity: O(*n* log *n*) in the number of comments, without recursion over a thread's depth.
    init?(_ view: ThreadView, of outline: ThreadOutline, answer: Int?) {
        var choice = ThreadChoice(of: outline, order: view.order, answer: answer)
        var root = -1
        if let number = view.comment {
            guard let position = outline.position(of: number) else { return nil }
            root = position
            choice.isShown[root] = true
        }
        let row = choice.inOrder(outline.replies(to: root))
        let rest =
            view.after.map { cursor in
                let place = cursor.place(in: view.order)
                return row.drop { choice.place(of: $0) <= place }
            } ?? row[...]
        if view.after != nil, rest.isEmpty { return nil }

        let limit = max(Self.branchSize, Self.pageSize / max(row.count, 1) - 1)
        var (used, last) = (0, -1)
        for branch in rest {
            let count = 1 + min(outline.sizes[branch], limit)
            if used > 0, used + count > Self.pageSize {
                next = choice.cursor(behind: last)
                break
            }
            used += count
            last = branch
            if let left = choice.show(branch, depth: root < 0 ? 0 : 1, limit: 1 + limit) {
                rests[outline.numbers[branch]] = left
            }
        }
        shown = outline.numbers.indices.filter { choice.isShown[$0] }.map { outline.numbers[$0] }
        toAnswer = Set(choice.toAnswer.map { outline.numbers[$0] })
        if root >= 0 { setLine(above: root, of: outline) }
    }

    private mutating func setLine(above root: Int, of outline: ThreadOutline) {
        let positions = outline.line(above: root)
        let nearest = Array(positions.prefix(Self.lineLength).reversed())
        line = nearest.map { outline.numbers[$0] }
        for position in nearest + [root] { sizes[outline.numbers[position]] = outline.sizes[position] }
        above = positions.count - line.count
        if above > 0 { beyond = outline.numbers[positions[Self.lineLength]] }
    }
}

/// Chooses comments in the order in which a page shows them.
private struct ThreadChoice {
    let outline: ThreadOutline
    let order: CommentOrder
    /// Positions of the accepted answer and what stands above it.
    let toAnswer: Set<Int>
    var isShown: [Bool]

    init(of outline: ThreadOutline, order: CommentOrder, answer: Int?) {
        self.outline = outline
        self.order = order
        let position = answer.flatMap { outline.position(of: $0) }
        toAnswer = position.map { Set([$0] + outline.line(above: $0)) } ?? []
        isShown = [Bool](repeating: false, count: outline.numbers.count)
    }

    func place(of position: Int) -> Int {
        order.place(
            number: outline.numbers[position], score: outline.scores[position], holdsAnswer: toAnswer.contains(position)
        )
    }

    func inOrder(_ positions: ArraySlice<Int>) -> [Int] {
        switch order {
        case .old: return Array(positions)
        case .new: return positions.reversed()
        case .best:
            let places = positions.map { (place: place(of: $0), position: $0) }
            return places.sorted { $0.place < $1.place }.map(\.position)
        }
    }

    func cursor(behind position: Int) -> ThreadCursor {
        let score = toAnswer.contains(position) ? CommentOrder.scoreOfAnswer : outline.scores[position]
        return ThreadCursor(score: order == .best ? score : nil, number: outline.numbers[position])
    }

    /// Shows a branch, or its beginning.
    ///
    /// - Parameter limit: how many comments to show at most.
    /// - Returns: what is left of it.
    mutating func show(_ branch: Int, depth: Int, limit: Int) -> ThreadPart.Rest? {
        var chosen: [Int] = []
        choose(branch, depth: depth, limit: limit, into: &chosen)
        for position in chosen { isShown[position] = true }
        let count = outline.sizes[branch] + 1 - chosen.count
        guard count > 0 else { return nil }
        let open = chosen.filter { outline.replies(to: $0).contains { !isShown[$0] } }
        return ThreadPart.Rest(
            count: count, below: outline.numbers[open.dropFirst().reduce(open.first ?? branch, common)])
    }

    /// Adds a comment and what stands below it as `Thread` lays them out: each before its replies, and where nesting
    /// ends all that is left in the order of writing. It calls itself to the depth of that nesting at most.
    private func choose(_ position: Int, depth: Int, limit: Int, into chosen: inout [Int]) {
        guard chosen.count < limit else { return }
        chosen.append(position)
        guard outline.sizes[position] > 0 else { return }
        guard depth < CommentItem.depthLimit - 2 else {
            chosen += outline.everything(below: position).prefix(limit - chosen.count)
            return
        }
        for reply in inOrder(outline.replies(to: position)) {
            choose(reply, depth: depth + 1, limit: limit, into: &chosen)
        }
    }

    /// The nearest comment below which both stand, or that is one of them.
    private func common(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (one, other)
        // What a comment answers always has the lower position.
        while one != other { if one > other { one = outline.parents[one] } else { other = outline.parents[other] } }
        return one
    }
}
