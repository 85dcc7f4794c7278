import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("What people of a profile type say of themselves")
struct DetailFormTests {
    private func typed(_ pairs: [(String, String)]) -> TypedFields {
        TypedFields(FormFields(pairs.map { (name: $0.0, value: $0.1) }))
    }

    @Test("what is typed comes back as it was stored, for every type", arguments: ProfileType.allCases)
    func roundTrip(type: ProfileType) throws {
        var pairs: [(String, String)] = []
        for field in type.fields {
            switch field.kind {
            case .line: pairs.append((field.name, "  A line “of” words  "))
            case .lines: pairs.append((field.name, "One\r\n\r\n Two \r\nONE"))
            case .number(let range): pairs.append((field.name, String(range.upperBound)))
            case .year: pairs.append((field.name, "2027"))
            case .choice(let options): pairs.append((field.name, options[1].value))
            case .amount:
                pairs += [
                    (field.name + "-from", "25,000"), (field.name + "-to", "100 000"),
                    (field.name + "-currency", "EUR"),
                ]
            }
        }
        var mistakes = FormMistakes()
        let details = type.details(typed(pairs), &mistakes)
        #expect(mistakes.isEmpty)
        #expect(details.values.count == type.fields.count)
        let stored = Details(stored: try details.stored())
        #expect(stored == details)
        var again = FormMistakes()
        #expect(type.details(type.typed(stored), &again) == details && again.isEmpty)
        #expect(TypeDetails(type: type, details: stored).facts.count == type.fields.count)
        #expect(TypeDetails(type: type, details: stored).facts.allSatisfy { !$0.value.isEmpty })
    }

    @Test("nothing has to be said", arguments: ProfileType.allCases)
    func nothing(type: ProfileType) {
        var mistakes = FormMistakes()
        #expect(type.details(TypedFields(), &mistakes).isEmpty && mistakes.isEmpty)
        #expect(Set(type.fields.map(\.key)).count == type.fields.count)
    }

    @Test(
        "what can’t be taken is said beside its field",
        arguments: [
            (ProfileType.student, "d-degree", String(repeating: "x", count: 81), "81 characters"),
            (.student, "d-expected_graduation", "next year", "A year in four digits"),
            (.student, "d-expected_graduation", "1066", "A year in four digits"),
            (.student, "d-year", "17", "Choose one of the list"), (.mentor, "d-capacity", "21", "from 0 to 20"),
            (.mentor, "d-capacity", "a few", "from 0 to 20"), (.alumni, "d-city", "Bay\u{202E}", "invisible"),
            (.mentor, "d-expertise", (0..<13).map { "skill \($0)" }.joined(separator: "\n"), "12 lines is the most"),
            (.investor, "d-ticket_size-from", "lots", "Whole amounts"),
            (.investor, "d-ticket_size-from", "100", "Choose the currency"),
        ])
    func refused(type: ProfileType, name: String, value: String, words: String) {
        var mistakes = FormMistakes()
        _ = type.details(typed([(name, value)]), &mistakes)
        #expect(mistakes.all.count == 1)
        #expect(mistakes.all.first?.message.contains(words) == true, "\(mistakes.all)")
    }

    @Test("amounts are worded, and may not run backwards")
    func amounts() {
        #expect(DetailValue.Amount(from: 25_000, to: 100_000, currency: "EUR").words == "25,000–100,000 EUR")
        #expect(DetailValue.Amount(from: nil, to: 5, currency: "USD").words == "up to 5 USD")
        var mistakes = FormMistakes()
        let fields = typed([("d-ticket_size-from", "5"), ("d-ticket_size-to", "4"), ("d-ticket_size-currency", "EUR")])
        #expect(ProfileType.investor.details(fields, &mistakes).isEmpty)
        #expect(mistakes["d-ticket_size"]?.contains("Swap them") == true)
    }

    @Test("what another version of Quad stored is taken as far as it fits")
    func strange() {
        #expect(Details(stored: JSONText("[1]")).isEmpty)
        let odd = Details(stored: JSONText(#"{"degree": 5, "major": "Maths", "gone": "x"}"#))
        #expect(TypeDetails(type: .student, details: odd).facts.map(\.value) == ["Maths"])
    }

    @Test(
        "spellings of one skill are one skill",
        arguments: [
            ("Python", "python"), ("  c++ ", "cplusplus"), ("C#", "csharp"),
            ("Drawing syntax trees", "drawing-syntax-trees"),
            ("R&D", "r-d"), ("Tiếng Việt", "tiếng-việt"), ("فارسی", "فارسی"),
        ])
    func slugs(typed: String, slug: String) throws {
        #expect(try SkillSlug(typed).text == slug)
    }

    @Test("a skill without a letter is none")
    func noSlug() {
        #expect(throws: ProfileFault.self) { try SkillSlug("…!") }
        #expect(throws: ProfileFault.self) { try SkillSlug(String(repeating: "a", count: 61)) }
    }

    @Test(
        "links lead to the web or to a mailbox",
        arguments: [
            ("example.org/me", "https://example.org/me"), ("http://example.org", "http://example.org"),
            ("leila@example.org", "mailto:leila@example.org"), ("mailto:leila@example.org", "mailto:leila@example.org"),
        ])
    func links(typed: String, address: String) throws {
        #expect(try LinkAddress(typed).text == address)
    }

    @Test(
        "and nowhere else",
        arguments: [
            "", "javascript:alert(1)", "data:text/html,x", "//evil.example", "https://", "https://localhost",
            "file:///etc",
            "https://a@evil.example", "https://exa mple.org", "https://\u{202E}.example",
            "https://example.org/\"><script>", "https://" + String(repeating: "a", count: 500) + ".org",
        ])
    func noLinks(typed: String) {
        #expect(throws: ProfileFault.self) { try LinkAddress(typed) }
    }
}
