import HTTPServer

/// A poll's fields as they were typed.
struct PollFields: Equatable, Sendable {
    /// One a line.
    var choices = ""
    var isMultiple = false
    /// How many days it is open; empty: for good.
    var days = "7"
}

extension PollFields {
    init(_ form: FormFields) {
        self.init(
            choices: form["choices"] ?? "", isMultiple: form["several"] == "yes", days: form["days"] ?? "")
    }

    init(_ poll: Poll) {
        self.init(
            choices: poll.choices.map(\.text).joined(separator: "\n"), isMultiple: poll.isMultiple,
            days: poll.days.map(String.init) ?? "")
    }

    func check(_ faults: inout FieldFaults) -> PollText? {
        do throws(PollFieldsError) {
            return PollText(choices: try checkedChoices(), isMultiple: isMultiple, days: checkedDays())
        } catch {
            faults.add("choices", error.message)
            return nil
        }
    }

    private func checkedChoices() throws(PollFieldsError) -> [String] {
        var texts: [String] = []
        var seen: Set<String> = []
        for line in BodyRules.withPlainLineEnds(choices).split(separator: "\n") {
            guard texts.count <= PollText.most * 10 else { break }
            do {
                texts.append(try OneLine(String(line), limit: PollText.longest).text)
            } catch {
                switch error {
                case .empty: continue
                case .tooLong(let count): throw .tooLong(line: texts.count + 1, count: count)
                case .misleading: throw .misleading(line: texts.count + 1)
                }
            }
            guard seen.insert(texts[texts.count - 1].lowercased()).inserted else { throw .twice(line: texts.count) }
        }
        guard texts.count >= PollText.fewest else { throw .tooFew }
        guard texts.count <= PollText.most else { throw .tooMany(texts.count) }
        return texts
    }

    /// Any other text than one of the terms means that it stays open.
    private func checkedDays() -> Int? {
        guard let days = Int(days) else { return nil }
        return PollText.terms.contains(days) ? days : nil
    }
}

/// Why a poll's choices cannot be taken.
enum PollFieldsError: Error, Equatable {
    case tooFew
    case tooMany(Int)
    case tooLong(line: Int, count: Int)
    case misleading(line: Int)
    case twice(line: Int)

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .tooFew: "A poll needs two choices at least. Write one a line."
        case .tooMany(let count): "That’s \(count) choices, and \(PollText.most) is the most."
        case .tooLong(let line, let count):
            "Choice \(line) has \(count) characters, and \(PollText.longest) is the most. Say more in the text."
        case .misleading(let line):
            "There are invisible characters in choice \(line). Type it, or paste it as plain text."
        case .twice(let line): "Choice \(line) is there twice."
        }
    }
}

extension PollChoices {
    /// - Returns: `nil` when the form names no choice although it is to vote, or what is none.
    init?(_ form: FormFields) {
        let version = Context.number(form["version"] ?? "")
        guard form["act"] != "end" else {
            self.init(version: version, numbers: [])
            return
        }
        let typed = form.all("choice")
        let numbers = Set(typed.compactMap { Int16($0) }).sorted()
        guard !numbers.isEmpty, typed.count <= PollText.most, numbers.allSatisfy({ (1...10).contains($0) }) else {
            return nil
        }
        self.init(version: version, numbers: numbers)
    }
}
