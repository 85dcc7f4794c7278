/// One line of a calendar file, with those that went on from it joined.
///
/// - Source: RFC 5545, section 3.1.
struct CalendarLine: Equatable, Sendable {
    /// Where it begins in the file, from 1.
    let number: Int
    /// In upper case: "DTSTART".
    let name: String
    /// Their names in upper case: "TZID", "VALUE".
    let parameters: [String: String]
    let value: String

    /// - Returns: `nil` when it is not a name, parameters and a value.
    init?(_ text: String, number: Int) {
        var quoted = false
        var parts: [Substring] = []
        var start = text.startIndex
        var end: String.Index?
        for index in text.indices {
            switch text[index] {
            case "\"": quoted.toggle()
            case ";" where !quoted:
                parts.append(text[start..<index])
                start = text.index(after: index)
            case ":" where !quoted:
                parts.append(text[start..<index])
                end = index
            default: break
            }
            if end != nil { break }
        }
        guard let end, let first = parts.first, !first.isEmpty,
            first.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || (48...57).contains($0) }
            )
        else { return nil }
        self.number = number
        name = first.uppercased()
        value = String(text[text.index(after: end)...])
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2 else { return nil }
            parameters[sides[0].uppercased()] = sides[1].filter { $0 != "\"" }
        }
        self.parameters = parameters
    }

    /// The lines of a file, each with what was folded onto the next ones; blank ones are left out.
    static func unfolded(_ bytes: [UInt8]) -> [(number: Int, text: String)] {
        var lines: [(number: Int, bytes: [UInt8])] = []
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for (index, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = raw.last == 0x0D ? raw.dropLast() : raw
            guard let first = line.first else { continue }
            if first == 0x20 || first == 0x09, !lines.isEmpty {
                lines[lines.count - 1].bytes += line.dropFirst()
            } else {
                lines.append((index + 1, Array(line)))
            }
        }
        return lines.map { ($0.number, String(decoding: $0.bytes, as: UTF8.self)) }
    }
}
