import Foundation
import TemplateCompiler
import Testing

/// Builds and runs what the compiler writes, together with the sources of HTML.
@Suite("Generated Swift")
struct GeneratedSwiftTests {
    private static let layout = """
        {% parameters title: String, lang: String = "en" %}
        <!doctype html><html lang="{{ lang }}"><head><title>{{ title }}</title></head><body>
        {% content %}{% if slot side %}<aside>{% slot side %}</aside>{% else %}<hr>{% end %}</body></html>
        """
    private static let inner = """
        {% parameters value: String %}
        {% layout site title=value %}
        <main>{% content %}</main>
        {% block side %}{% slot more %}!{% end %}
        """
    private static let thread = """
        {% parameters level: Int, limit: Int = 2 %}
        <ul><li>{{ level }}{% if level < limit %}{% include _thread level=level + 1 %}{% end %}</li></ul>
        """
    private static let page = """
        {% page HostilePage %}
        {% layout inner value=value %}
        {% let doubled = values.map { $0 + $0 } %}
        <p title="{{ value }}" data-x='{{ value }}'>{{ value }}</p>
        <a href="{{ value }}">a</a><a href="/x/{{ value }}?y={{ value }}#{{ value }}">b</a>
        <textarea>{{ value }}</textarea>
        {% for (index, value) in doubled.enumerated() where index > 0 %}{{ index }}{{ value }}{% else %}none{% end %}
        {% for value in doubled where value.isEmpty %}{{ value }}{% else %}none{% end %}
        {% if let first = values.first, first == "<" %}<i>{{ first }}</i>{% else if values.isEmpty %}empty{% else %}other{% end %}
        {% include _thread level=0 %}
        {{ safe }}
        {% block more %}{{ doubled.count }}{% end %}
        """
    private static let program = """
        struct HostilePage: Page {
            let value: String
            let values: [String]
            let safe = SafeHTML(rendered: Array("<b>safe</b>".utf8))
        }

        @main struct Program {
            static func main() {
                let page = HostilePage(value: "\\"'><script>&javascript:", values: ["<", "x"])
                print(String(decoding: page.rendered(), as: UTF8.self))
            }
        }
        """

    @Test("it compiles without warnings and writes each value escaped for its place")
    func run() throws {
        let build = try Build(
            templates: ["site": Self.layout, "inner": Self.inner, "_thread": Self.thread, "page": Self.page],
            program: Self.program)
        defer { build.remove() }
        let compilation = try build.swiftc(["-o", build.folder.appending(path: "program").path])
        try #require(compilation.status == 0, "\(compilation.output)")
        let output = try Build.run(build.folder.appending(path: "program"), []).output
        let (text, quoted) = ("\"'&gt;&lt;script&gt;&amp;javascript:", "&quot;&#39;&gt;&lt;script&gt;&amp;javascript:")
        let encoded = "%22%27%3E%3Cscript%3E%26javascript%3A"
        #expect(
            output == """
                <!doctype html><html lang="en"><head><title>\(text)</title></head><body>
                <main><p title="\(quoted)" data-x='\(quoted)'>\(text)</p>
                <a href="#">a</a><a href="/x/\(encoded)?y=\(encoded)#\(encoded)">b</a>
                <textarea>
                \(text)</textarea>
                1xx
                none
                <i>&lt;</i>
                <ul><li>0<ul><li>1<ul><li>2</li></ul></li></ul></li></ul>
                <b>safe</b>
                </main>
                <aside>2!</aside></body></html>

                """)
    }

    @Test("a mistake in an expression is an error at the template's own line")
    func mistakes() throws {
        let bad = """
            {% page HostilePage %}
            {% layout site title=titel %}
            <p>{{ valeu }}</p>
            <p class="{{ safe }}"></p>
            <a href="{{ safe }}">a</a>
            {% if values %}<p></p>{% else if wrong %}<p></p>{% end %}
            {% for x in valuez %}{{ x }}{% end %}
            {% include _thread %}
            {% include _thread level=1 depth=2 %}
            {% let unused = 1 %}
            """
        let build = try Build(
            templates: ["site": Self.layout, "_thread": Self.thread, "bad": bad], program: Self.program)
        defer { build.remove() }
        let compilation = try build.swiftc(["-typecheck", "-warnings-as-errors"])
        #expect(compilation.status != 0)
        for line in 2...9 {
            #expect(compilation.output.contains("/bad.html:\(line):"), "line \(line) has no error")
        }
    }
}

/// A folder with a program, the sources of HTML and the Swift of some templates, as one module.
private struct Build {
    let folder: URL

    init(templates: [String: String], program: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let sources = templates.map { TemplateSource(name: $0.key, path: "/\($0.key).html", text: $0.value) }
        let compiled = TemplateSet(sources).compiled()
        try #require(compiled.diagnostics.map(\.description) == [])
        let swift = compiled.swift.split(separator: "import HTML\n").joined()
        try Data(swift.utf8).write(to: folder.appending(path: "Templates.swift"))
        try Data(program.utf8).write(to: folder.appending(path: "Program.swift"))
    }

    func remove() {
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            Issue.record(error)
        }
    }

    func swiftc(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let package = GoldenFile.root.appending(path: "../../..").standardizedFileURL
        let library = package.appending(path: "Sources/HTML")
        let sources = try FileManager.default.contentsOfDirectory(at: library, includingPropertiesForKeys: nil)
        let files = sources.map(\.path) + ["Templates", "Program"].map { folder.appending(path: "\($0).swift").path }
        let flags = ["swiftc", "-swift-version", "6", "-module-name", "Program", "-parse-as-library"]
        return try Self.run(URL(filePath: "/usr/bin/env"), flags + arguments + files)
    }

    static func run(_ program: URL, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
