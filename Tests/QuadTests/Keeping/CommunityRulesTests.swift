import Testing

@testable import Quad

@Suite("What a community may be called")
struct CommunityRulesTests {
    @Test(
        "an address is made of plain letters, digits and hyphens",
        arguments: [
            ("algorithms", true), ("Cs-161", true), ("7", true), ("-a", false), ("a-", false), ("a b", false),
            ("émile", false), ("", false), ("new", false), ("settings", false), ("a/b", false), ("x.y", false),
        ])
    func addresses(typed: String, isFine: Bool) {
        let made: CommunityAddress?
        do { made = try CommunityAddress(typed) } catch { made = nil }
        #expect((made != nil) == isFine)
        if isFine { #expect(made?.text == typed.lowercased()) }
    }

    @Test("an address has 40 characters at most")
    func length() throws {
        #expect(throws: CommunityFault.self) { try CommunityAddress(String(repeating: "a", count: 41)) }
        #expect(try CommunityAddress(String(repeating: "a", count: 40)).text.count == 40)
    }

    @Test(
        "a name suggests an address, when it has a Latin letter",
        arguments: [
            ("Algorithms & Data Structures", "algorithms-data-structures"), ("Wójcik’s Küche", "wojciks-kuche"),
            ("علوم", nil), ("New", nil),
            ("A very long name that goes on and on until nothing fits", "a-very-long-name-that-goes-on-and-on"),
        ] as [(String, String?)])
    func suggestions(name: String, address: String?) {
        #expect(CommunityAddress.suggested(for: name)?.text == address)
    }

    private func form() -> CommunityForm {
        CommunityForm(name: "Night Owls", slug: "owls", visibility: .everyone)
    }

    @Test("every field that cannot be taken is named")
    func faults() {
        var form = form()
        form.name = String(repeating: "a", count: 81)
        form.slug = "about"
        form.description = String(repeating: "d", count: 501)
        form.rules = (0..<21).map { "Rule \($0)" }.joined(separator: "\n")
        form.visibility = nil
        let (fields, mistakes) = form.check(isOwners: true)
        #expect(fields == nil)
        #expect(mistakes.all.map(\.field) == ["name", "slug", "description", "rules", "visibility"])
    }

    @Test("rules stand one a line, and empty lines are none")
    func rules() {
        var form = form()
        form.rules = "One\r\n  \r\nTwo  words\n"
        #expect(form.check(isOwners: true).fields?.rules == ["One", "Two words"])
        form.rules = String(repeating: "r", count: 201)
        #expect(form.check(isOwners: true).mistakes["rules"] != nil)
    }

    @Test("names hold nothing invisible", arguments: ["Owls\u{202E}", "Ow\u{200B}ls", "\u{2066}Owls", "\u{2800}"])
    func invisible(name: String) {
        var form = form()
        form.name = name
        #expect(form.check(isOwners: true).mistakes["name"] != nil)
    }

    @Test("only a private community takes asks, and only a public one tells crawlers anything")
    func combinations() {
        var form = form()
        form.takesAsks = true
        form.indexing = .closed
        #expect(form.check(isOwners: true).fields?.takesAsks == false)
        #expect(form.check(isOwners: true).fields?.indexing == .closed)
        form.visibility = .members
        #expect(form.check(isOwners: true).fields?.takesAsks == true)
        #expect(form.check(isOwners: true).fields?.indexing == .open)
    }
}
