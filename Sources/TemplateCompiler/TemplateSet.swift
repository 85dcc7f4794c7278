/// All templates of an application: they name one another, so they are compiled together.
///
/// Expressions are Swift, and everything is escaped for where it stands.
/// ```
/// {% page CommunityPage %}                 first line of a page; members of the type are in scope
/// {% layout layouts/site frame=frame %}    second line, when there is one: what the page stands in
/// {% parameters a: A, b: B = 1 %}          first line of a layout or partial
/// {% content %}                            in a layout: where the page goes
/// {% slot side %}  {% if slot side %}      in a layout: where a block goes, and whether there is one
/// {% block side %} … {% end %}             in a page: what goes there
/// {% include components/avatar person=author size=40 %}
/// {% if condition %} … {% else if let x = y %} … {% else %} … {% end %}
/// {% for x in xs where x.isGood %} … {% else %} when there was none {% end %}
/// {% let name = expression %}
/// {{ expression }}   {# comment #}         with - inside the braces: no white space on that side
/// ```
/// A line that holds only directives and comments disappears, and of white space with a line break in
/// it only the line break stays, outside `<pre>` and `<textarea>`. Inline styles are refused, but in `mail/`.
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
