/// All templates of an application: they name one another, so they are compiled together.
public struct TemplateSet: Sendable {
    private let sources: [TemplateSource]

    public init(_ sources: [TemplateSource]) {
        self.sources = sources.sorted { $0.name < $1.name }
    }

    /// Checks every template and writes them as one file of Swift.
    ///
    /// The same templates give the same bytes. With diagnostics there is no Swift to use: all
    /// templates are checked all the same, so that a person sees every mistake at once.
    public func compiled() -> (swift: String, diagnostics: [Diagnostic]) {
        var reports = sources.map { Report(on: $0) }
        let templates = sources.indices.map { Parser.parse(sources[$0], &reports[$0]) }
        let catalogue = TemplateCatalogue(templates)
        var writer = SwiftWriter(catalogue)
        writer.line("// Written by compile-templates; a change belongs in the templates.")
        writer.line("import HTML\n")
        writer.line("enum Templates {}")
        for index in templates.indices {
            catalogue.check(templates[index], &reports[index])
            let compiled = CompiledTemplate(templates[index], &reports[index])
            writer.line("")
            compiled.write(to: &writer)
        }
        return (writer.text, reports.flatMap(\.diagnostics))
    }
}
