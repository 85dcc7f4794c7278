/// Which `~~` among the texts of one element begin and end struck text.
///
/// Only those are paired that have the same parent, so that what is struck is never half of an emphasis.
/// - Source: GitHub Flavored Markdown 0.29, "Strikethrough (extension)", with two tildes only.
struct Strikethrough {
    /// One for each `~~` in the order of the text: whether it is one of a pair.
    private var isPaired: [Bool] = []
    private var position = 0
    private(set) var isOpen = false

    init(among parent: MarkdownTree.Node) {
        var opener: Int?
        var child = parent.firstChild
        var isAfterSpace = true
        while let node = child {
            child = node.next
            guard node.kind == .text else {
                isAfterSpace = node.kind == .softBreak || node.kind == .lineBreak
                continue
            }
            let isBeforeSpace = child.map { $0.kind == .softBreak || $0.kind == .lineBreak } ?? true
            node.withLiteral { pair(in: $0, with: &opener, isAfterSpace: isAfterSpace, isBeforeSpace: isBeforeSpace) }
            isAfterSpace = false
        }
    }

    /// The tag for the next `~~`; `nil` when it is only two tildes.
    mutating func next() -> StaticString? {
        guard position < isPaired.count else { return nil }
        position += 1
        guard isPaired[position - 1] else { return nil }
        isOpen.toggle()
        return isOpen ? "<del>" : "</del>"
    }

    private mutating func pair(
        in text: Span<UInt8>, with opener: inout Int?, isAfterSpace: Bool, isBeforeSpace: Bool
    ) {
        var index = 0
        while index < text.count {
            let run = text.tildes(at: index)
            if run == 2 {
                let mayClose = index == 0 ? !isAfterSpace : !text[index - 1].isWhitespace
                let mayOpen = index + 2 == text.count ? !isBeforeSpace : !text[index + 2].isWhitespace
                isPaired.append(false)
                if mayClose, let first = opener {
                    isPaired[first] = true
                    isPaired[isPaired.count - 1] = true
                    opener = nil
                } else if mayOpen {
                    opener = isPaired.count - 1
                }
            }
            index += max(run, 1)
        }
    }
}

extension Span<UInt8> {
    /// How many tildes stand from `index` on.
    func tildes(at index: Int) -> Int {
        var end = index
        while end < count, self[end] == UInt8(ascii: "~") { end += 1 }
        return end - index
    }
}
