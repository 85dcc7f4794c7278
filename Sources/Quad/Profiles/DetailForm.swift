import FoundationEssentials
import HTTPServer
import Postgres

/// A form about somebody as it was typed: every field's text by its name.
struct TypedFields: Sendable {
    private(set) var texts: [String: String] = [:]

    subscript(name: String) -> String { texts[name] ?? "" }

    init() {}

    init(_ form: FormFields) {
        for pair in form.pairs where texts[pair.name] == nil {
            texts[pair.name] = BodyRules.withPlainLineEnds(pair.value)
        }
    }

    mutating func set(_ name: String, _ text: String) { texts[name] = text }
}

/// What is wrong with a field of a form about somebody.
struct ProfileFault: FieldError, Equatable {
    let message: String
    let summary: String
}

/// What somebody said of themselves in the fields of one profile type, by their keys.
struct Details: Equatable, Sendable {
    var values: [String: DetailValue] = [:]

    var isEmpty: Bool { values.isEmpty }

    init(_ values: [String: DetailValue] = [:]) { self.values = values }

    /// As it is stored. What can't be read is taken for nothing said.
    init(stored: JSONText) {
        do { values = try JSONDecoder().decode([String: DetailValue].self, from: Data(stored.text.utf8)) } catch {
            values = [:]
        }
    }

    func stored() throws -> JSONText {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return JSONText(String(decoding: try encoder.encode(values), as: UTF8.self))
    }
}

extension ProfileType {
    /// What was typed into the type's fields.
    func details(_ typed: TypedFields, _ mistakes: inout FormMistakes) -> Details {
        var details = Details()
        for field in fields {
            let value = mistakes.check(field.name) { () throws(ProfileFault) in try field.value(typed) }
            if let value { details.values[field.key] = value }
        }
        return details
    }

    /// The same the other way: how a form shows what is stored.
    func typed(_ details: Details) -> TypedFields {
        var typed = TypedFields()
        for field in fields {
            switch details.values[field.key] {
            case .line(let line): typed.set(field.name, line)
            case .lines(let lines): typed.set(field.name, lines.joined(separator: "\n"))
            case .number(let number): typed.set(field.name, String(number))
            case .amount(let amount):
                typed.set(field.name + "-from", amount.from.map(String.init) ?? "")
                typed.set(field.name + "-to", amount.to.map(String.init) ?? "")
                typed.set(field.name + "-currency", amount.currency)
            case nil: break
            }
        }
        return typed
    }
}

extension DetailField {
    /// - Returns: `nil` where nothing was typed.
    fileprivate func value(_ typed: TypedFields) throws(ProfileFault) -> DetailValue? {
        let text = typed[name].trimmed
        switch kind {
        case .line(let limit): return text.isEmpty ? nil : .line(try ProfileLine.checked(text, label, limit))
        case .lines(let most, let limit): return try lines(typed[name], most: most, limit: limit)
        case .number(let range): return try number(text, in: range)
        case .year: return try number(text, in: Self.years)
        case .amount: return try amount(typed)
        case .choice(let options):
            guard !text.isEmpty else { return nil }
            guard options.contains(where: { $0.value == text }) else {
                throw ProfileFault(message: "Choose one of the list.", summary: "Choose from “\(label)”")
            }
            return .line(text)
        }
    }

    private func lines(_ text: String, most: Int, limit: Int) throws(ProfileFault) -> DetailValue? {
        let lines = try ProfileLine.lines(text, label, most: most, limit: limit)
        return lines.isEmpty ? nil : .lines(lines)
    }

    private func number(_ text: String, in range: ClosedRange<Int>) throws(ProfileFault) -> DetailValue? {
        guard !text.isEmpty else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let example =
                range == Self.years
                ? "A year in four digits, like 2027."
                : "A whole number from \(range.lowerBound) to \(range.upperBound)."
            throw ProfileFault(message: example, summary: "Mend “\(label)”")
        }
        return .number(number)
    }

    private func amount(_ typed: TypedFields) throws(ProfileFault) -> DetailValue? {
        let texts = ["-from", "-to"].map { typed[name + $0].trimmed.filter { $0 != "," && $0 != " " && $0 != "’" } }
        guard texts.contains(where: { !$0.isEmpty }) else { return nil }
        let limit = 1_000_000_000_000
        let numbers = texts.map { $0.isEmpty ? nil : Int($0) }
        let isWhole = zip(texts, numbers).allSatisfy { text, number in
            text.isEmpty || number.map { (0...limit).contains($0) } == true
        }
        guard isWhole else {
            throw ProfileFault(message: "Whole amounts in digits, like 25000.", summary: "Mend “\(label)”")
        }
        if let from = numbers[0], let to = numbers[1], from > to {
            throw ProfileFault(
                message: "The first amount is larger than the second. Swap them.",
                summary: "Swap the amounts of “\(label)”")
        }
        let currency = typed[name + "-currency"]
        guard DetailValue.currencies.contains(currency) else {
            throw ProfileFault(message: "Choose the currency, too.", summary: "Choose the currency of “\(label)”")
        }
        return .amount(DetailValue.Amount(from: numbers[0], to: numbers[1], currency: currency))
    }
}

/// Words on one line that readers of a profile see.
enum ProfileLine {
    /// - Parameter label: the field's.
    static func checked(_ text: String, _ label: String, _ limit: Int) throws(ProfileFault) -> String {
        do { return try OneLine(text, limit: limit).text } catch {
            switch error {
            case .empty:
                throw ProfileFault(
                    message: "Nothing of it can be seen. Write it, or leave it empty.", summary: "Mend “\(label)”")
            case .tooLong(let count):
                throw ProfileFault(
                    message:
                        "That’s \(Wording.count(count)) characters, and \(limit) is the most. Say it in fewer words.",
                    summary: "Shorten “\(label)”")
            case .misleading:
                throw ProfileFault(
                    message: "There are invisible characters in it. Type it, or paste it as plain text.",
                    summary: "Mend “\(label)”")
            }
        }
    }

    /// One a line; what stands there twice is kept once.
    static func lines(_ text: String, _ label: String, most: Int, limit: Int) throws(ProfileFault) -> [String] {
        guard text.utf8.count <= most * limit * 50 else { throw tooMany(label, most) }
        var (lines, seen): ([String], Set<String>) = ([], [])
        for line in text.split(whereSeparator: \.isNewline) where !String(line).trimmed.isEmpty {
            let checked = try checked(String(line), label, limit)
            if seen.insert(checked.lowercased()).inserted { lines.append(checked) }
        }
        guard lines.count <= most else { throw tooMany(label, most) }
        return lines
    }

    private static func tooMany(_ label: String, _ most: Int) -> ProfileFault {
        ProfileFault(message: "\(most) lines is the most. Keep those that say the most.", summary: "Shorten “\(label)”")
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
