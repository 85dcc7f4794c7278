/// Something that people of one profile type can say of themselves. Nobody has to.
struct DetailField: Sendable {
    enum Kind: Sendable {
        /// - Parameter limit: the most characters.
        case line(limit: Int)
        /// Several of them, one a line.
        case lines(most: Int, limit: Int)
        case number(ClosedRange<Int>)
        case year
        /// From and to, in a currency.
        case amount
        case choice([Option])
    }

    /// One of what can be chosen.
    struct Option: Sendable {
        let value: String
        let label: String

        init(_ value: String, _ label: String) { (self.value, self.label) = (value, label) }
    }

    /// Its name among the stored fields; in a form it is `d-` and this.
    let key: String
    let label: String
    let hint: String?
    let kind: Kind

    init(_ key: String, _ label: String, hint: String? = nil, _ kind: Kind) {
        (self.key, self.label, self.hint, self.kind) = (key, label, hint, kind)
    }

    var name: String { "d-" + key }

    static let years = 1940...2060
}

/// What somebody said in a field.
enum DetailValue: Equatable, Sendable {
    case line(String)
    case lines([String])
    case number(Int)
    case amount(Amount)

    struct Amount: Codable, Equatable, Sendable {
        /// Whole units; one of the two is there.
        var from: Int?
        var to: Int?
        let currency: String
    }

    /// Those that can be chosen, by ISO 4217.
    static let currencies = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "INR", "JPY", "CNY", "BRL", "ZAR", "NGN"]
}

extension DetailValue: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = Self.optional({ try container.decode(Int.self) }) {
            self = .number(number)
        } else if let line = Self.optional({ try container.decode(String.self) }) {
            self = .line(line)
        } else if let lines = Self.optional({ try container.decode([String].self) }) {
            self = .lines(lines)
        } else {
            self = .amount(try container.decode(Amount.self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .line(let line): try container.encode(line)
        case .lines(let lines): try container.encode(lines)
        case .number(let number): try container.encode(number)
        case .amount(let amount): try container.encode(amount)
        }
    }

    /// What was not of this kind is of another.
    private static func optional<Value>(_ decode: () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }
}

extension DetailField {
    /// What a profile says; `nil` where what is stored does not fit the field any more.
    func words(_ value: DetailValue) -> String? {
        switch (kind, value) {
        case (.line, .line(let line)): line
        case (.lines, .lines(let lines)): lines.joined(separator: ", ")
        case (.number, .number(let number)): Wording.count(number)
        case (.year, .number(let year)): String(year)
        case (.amount, .amount(let amount)): amount.words
        case (.choice(let options), .line(let chosen)): options.first { $0.value == chosen }?.label
        default: nil
        }
    }
}

extension DetailValue.Amount {
    /// "25,000–100,000 EUR", "from 25,000 EUR", "up to 100,000 EUR".
    var words: String {
        switch (from, to) {
        case (let from?, let to?) where from == to: "\(Wording.count(from)) \(currency)"
        case (let from?, let to?): "\(Wording.count(from))–\(Wording.count(to)) \(currency)"
        case (let from?, nil): "from \(Wording.count(from)) \(currency)"
        case (nil, let to?): "up to \(Wording.count(to)) \(currency)"
        case (nil, nil): currency
        }
    }
}
