import Markdown

/// What a preview asks of pictures without alternative text.
enum PictureHint {
    /// `nil` when every picture says what it shows.
    static func words(_ text: RenderedMarkdown) -> String? {
        guard text.unnamedImages > 0 else { return nil }
        let what = text.imageCount == 1 ? "the picture shows" : "each picture shows"
        return "Say what \(what), for those who cannot see it: between the square brackets of ![…](…)."
    }
}
