/// What is wrong with HTML that members' text became: tags and attributes beyond a short list, bad addresses,
/// elements not closed or where they may not stand, characters that must not get out.
///
/// Knows nothing of how it was made, so that it can disagree.
func problems(in html: String) -> [String] {
    var check = HTMLCheck(html: Array(html.utf8))
    check.run()
    return check.problems + hiddenCharacters(in: html)
}

private func hiddenCharacters(in html: String) -> [String] {
    html.unicodeScalars.compactMap { scalar in
        switch scalar.value {
        case 0x09, 0x0A: nil
        case ..<0x20, 0x7F...0x9F, 0x200B, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFDD0: "character \(scalar.value)"
        default: nil
        }
    }
}

private struct HTMLCheck {
    let html: [UInt8]
    var problems: [String] = []
    private var index = 0
    private var open: [String] = []

    init(html: [UInt8]) { self.html = html }

    mutating func run() {
        while index < html.count, problems.count < 5 {
            switch html[index] {
            case UInt8(ascii: "<"): tag()
            case UInt8(ascii: ">"): problem("bare >")
            case UInt8(ascii: "&"): entity()
            default: index += 1
            }
        }
        if !open.isEmpty { problems.append("left open: \(open)") }
    }

    private mutating func problem(_ what: String) {
        problems.append("\(what) at \(index): \(String(decoding: html[index...].prefix(60), as: UTF8.self))")
        index += 1
    }

    private mutating func entity() {
        let rest = html[index...].prefix(6)
        for known in ["&amp;", "&lt;", "&gt;", "&quot;"] where rest.starts(with: known.utf8) {
            index += known.utf8.count
            return
        }
        problem("bare &")
    }

    private mutating func tag() {
        guard let end = html[index...].firstIndex(of: UInt8(ascii: ">")) else { return problem("tag without end") }
        let text = String(decoding: html[index + 1..<end], as: UTF8.self)
        if text.hasPrefix("/") {
            if open.popLast() != String(text.dropFirst()) { problem("closed out of order: \(text)") }
        } else {
            let name = String(text.prefix { $0 != " " })
            if let reason = misplaced(name) { problem(reason) }
            if let reason = badAttributes(text.dropFirst(name.count), of: name) { problem(reason) }
            if !["br", "hr", "img"].contains(name) { open.append(name) }
            if open.count > 60 { problem("too deep") }
        }
        index = end + 1
    }

    /// Which elements there are, and where each may stand.
    private func misplaced(_ name: String) -> String? {
        let blocks: Set = ["blockquote", "ul", "ol", "p", "pre", "hr", "h2", "h3", "h4", "h5", "h6"]
        let inlines: Set = ["em", "strong", "del", "code", "a", "img", "br"]
        let parent = open.last
        switch name {
        case "li": return ["ul", "ol"].contains(parent) ? nil : "li outside a list"
        case "code" where parent == "pre": return nil
        case let name where blocks.contains(name):
            return [nil, "blockquote", "li"].contains(parent) ? nil : "\(name) in \(parent ?? "")"
        case let name where inlines.contains(name):
            if name == "a", open.contains("a") { return "a in a" }
            return [nil, "blockquote", "ul", "ol", "pre", "code"].contains(parent)
                ? "\(name) in \(parent ?? "nothing")" : nil
        default: return "unknown element \(name)"
        }
    }

    private func badAttributes(_ text: Substring, of name: String) -> String? {
        var rest = text, found: [String: String] = [:]
        while !rest.isEmpty {
            guard rest.first == " ", let equals = rest.firstRange(of: "=\"") else { return "odd attribute: \(rest)" }
            let key = String(rest[rest.index(after: rest.startIndex)..<equals.lowerBound])
            guard let end = rest[equals.upperBound...].firstIndex(of: "\"") else { return "value without end: \(rest)" }
            guard found.updateValue(String(rest[equals.upperBound..<end]), forKey: key) == nil else {
                return "\(key) twice"
            }
            rest = rest[rest.index(after: end)...]
        }
        let elsewhere = found["href"].map { !$0.hasPrefix("/") && !$0.hasPrefix("#h-") } ?? false
        if elsewhere, found["rel"] != "ugc nofollow noopener" { return "rel is missing" }
        if name == "img", found["alt"] == nil || found["src"] == nil { return "img without alt or src" }
        for (key, value) in found where !Self.allows(key, value, of: name) { return "\(name) \(key)=\(value)" }
        return nil
    }

    private static func allows(_ key: String, _ value: String, of name: String) -> Bool {
        switch (name, key) {
        case ("blockquote", "dir"), ("ul", "dir"), ("ol", "dir"), ("p", "dir"): value == "auto"
        case ("h2", "dir"), ("h3", "dir"), ("h4", "dir"), ("h5", "dir"), ("h6", "dir"): value == "auto"
        case ("h2", "id"), ("h3", "id"), ("h4", "id"), ("h5", "id"), ("h6", "id"):
            value.hasPrefix("h-")
                && value.unicodeScalars.allSatisfy {
                    $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
                        || $0.properties.generalCategory == .nonspacingMark
                }
        case ("code", "dir"), ("pre", "dir"), ("a", "dir"): value == "ltr"
        case ("ol", "start"): Int(value).map { (0...999_999_999).contains($0) } ?? false
        case ("pre", "tabindex"): value == "0"
        case ("pre", "role"): value == "group"
        case ("pre", "aria-label"): value == "Code"
        case ("a", "href"): isAddress(value)
        case ("a", "rel"): value == "ugc nofollow noopener" || value == "tag"
        case ("a", "title"), ("img", "title"), ("img", "alt"): !value.contains("<") && !value.contains("\"")
        case ("img", "src"): value.hasPrefix("/attachments/") && !value.contains("..") && isAddress(value)
        case ("img", "loading"): value == "lazy"
        case ("img", "decoding"): value == "async"
        case ("img", "width"), ("img", "height"): Int(value) != nil
        case ("img", "srcset"): value.hasPrefix("/attachments/")
        case ("img", "sizes"): value == "(max-width: 48rem) 100vw, 41rem"
        default: false
        }
    }

    private static func isAddress(_ value: String) -> Bool {
        guard
            value.utf8.allSatisfy({
                (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
                    && $0 != UInt8(ascii: "<")
            })
        else { return false }
        let lower = value.lowercased()
        if lower.hasPrefix("/") { return !lower.hasPrefix("//") }
        return lower.hasPrefix("https://") && lower.count > 8 || lower.hasPrefix("http://") && lower.count > 7
            || lower.hasPrefix("mailto:") || lower.hasPrefix("#h-")
    }
}
