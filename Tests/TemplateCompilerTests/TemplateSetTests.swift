import TemplateCompiler
import Testing

@Suite("Compiling templates")
struct TemplateSetTests {
    @Test("no templates are fine")
    func none() {
        let result = TemplateSet([]).compiled()
        #expect(result.diagnostics.isEmpty)
    }
}
