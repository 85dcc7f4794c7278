/// Text with places that vary, compiled once and written many times.
///
/// In the corpus `‹a|b›` is one of several wordings, possibly empty, and `‹room›` a slot: the same value wherever it
/// stands in one post, its title and its replies. `‹Room›` is that value with a capital.
struct Phrase: Sendable {
    enum Piece: Sendable {
        case words(String)
        case choice([Phrase])
        case slot(Slot, capital: Bool)
    }

    let pieces: [Piece]

    /// The text of the only piece, when nothing in it varies.
    var fixedWords: String? {
        if pieces.isEmpty { return "" }
        guard pieces.count == 1, case .words(let words) = pieces[0] else { return nil }
        return words
    }
}

/// A slot, numbered in the order in which the corpus names them.
struct Slot: Hashable, Sendable {
    let number: Int
}

/// The names of slots, and their numbers.
struct SlotNames: Sendable {
    private var numbers: [String: Int] = [:]
    private(set) var names: [String] = []

    mutating func slot(_ name: String) -> Slot {
        if let number = numbers[name] { return Slot(number: number) }
        numbers[name] = names.count
        names.append(name)
        return Slot(number: names.count - 1)
    }
}

extension Phrase {
    /// Compiles `text`, giving every slot it names a number.
    init(_ text: some StringProtocol, names: inout SlotNames) {
        var pieces: [Piece] = []
        var words = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "‹") {
            words += rest[..<open]
            let inside = rest[rest.index(after: open)...]
            guard let close = Self.end(of: inside) else {
                words += rest[open...]
                rest = ""
                break
            }
            if !words.isEmpty { pieces.append(.words(words)) }
            words = ""
            pieces.append(Self.piece(inside[..<close], names: &names))
            rest = inside[inside.index(after: close)...]
        }
        words += rest
        if !words.isEmpty { pieces.append(.words(words)) }
        self.pieces = pieces
    }

    private static func piece(_ inside: Substring, names: inout SlotNames) -> Piece {
        let options = self.options(of: inside)
        if options.count > 1 {
            return .choice(options.map { Phrase($0, names: &names) })
        }
        let isCapital = inside.first?.isUppercase ?? false
        return .slot(names.slot(inside.lowercased()), capital: isCapital)
    }

    /// The index of the `›` that closes a place opened before `text`; places may hold places.
    private static func end(of text: Substring) -> Substring.Index? {
        var depth = 1
        for index in text.indices {
            if text[index] == "‹" { depth += 1 }
            if text[index] == "›" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// `text` split at each `|` that no inner place encloses.
    private static func options(of text: Substring) -> [Substring] {
        var depth = 0
        var start = text.startIndex
        var options: [Substring] = []
        for index in text.indices {
            switch text[index] {
            case "‹": depth += 1
            case "›": depth -= 1
            case "|" where depth == 0:
                options.append(text[start..<index])
                start = text.index(after: index)
            default: break
            }
        }
        options.append(text[start...])
        return options
    }
}

extension Phrase {
    /// Appends the words to `text`; wordings are drawn from `chance`, slots come from `setting`.
    func write(to text: inout String, in setting: Setting, chance: inout Chance) {
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .choice(let options):
                options[chance.below(options.count)].write(to: &text, in: setting, chance: &chance)
            case .slot(let slot, let capital):
                var inner = Chance(seed: setting.key.seed, for: .slots, at: setting.key.post, and: -1 - slot.number)
                guard capital else {
                    setting.phrase(in: slot)?.write(to: &text, in: setting, chance: &inner)
                    continue
                }
                var value = ""
                setting.phrase(in: slot)?.write(to: &value, in: setting, chance: &inner)
                text += value.prefix(1).uppercased() + value.dropFirst()
            }
        }
    }

    /// The words as a text of their own.
    func words(in setting: Setting, chance: inout Chance) -> String {
        if let fixedWords { return fixedWords }
        var text = ""
        write(to: &text, in: setting, chance: &chance)
        return text
    }
}
