import FoundationEssentials
import HTML
import HTTPServer
import Markdown

/// A text as it is stored: what was typed, and what everyone reads.
struct WrittenBody: Sendable {
    let source: String
    let rendered: RenderedMarkdown

    /// The HTML as a column takes it.
    var html: String { String(decoding: rendered.html.bytes, as: UTF8.self) }
}

/// What a text has to keep to.
struct BodyRules: Sendable {
    let renderer: MarkdownRenderer
    /// Addresses elsewhere and pictures in one text; `nil`: as many as there are.
    var mostLinks: Int?
    var mostImages: Int?

    /// - Parameter typed: line ends as browsers send them.
    func check(_ typed: String, as kind: MarkdownRenderer.Kind) throws(BodyError) -> WrittenBody {
        let source = Self.withPlainLineEnds(typed)
        let rendered: RenderedMarkdown
        do {
            rendered = try renderer.render(source, as: kind)
        } catch {
            throw .unreadable(error)
        }
        // The renderer does not count what it leaves out, the database does.
        let count = source.unicodeScalars.count
        guard count <= kind.limit else { throw .unreadable(.tooLong(limit: kind.limit, count: count)) }
        if let mostLinks, rendered.links.count > mostLinks {
            throw .tooManyLinks(limit: mostLinks, count: rendered.links.count)
        }
        if let mostImages, rendered.imageCount > mostImages {
            throw .tooManyImages(limit: mostImages, count: rendered.imageCount)
        }
        return WrittenBody(source: source, rendered: rendered)
    }

    /// Browsers send a form's line ends as two bytes; all that is stored has one.
    static func withPlainLineEnds(_ typed: String) -> String {
        guard typed.utf8.contains(UInt8(ascii: "\r")) else { return typed }
        var plain: [UInt8] = []
        plain.reserveCapacity(typed.utf8.count)
        var afterReturn = false
        for byte in typed.utf8 {
            if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
                if !(byte == UInt8(ascii: "\n") && afterReturn) { plain.append(UInt8(ascii: "\n")) }
            } else {
                plain.append(byte)
            }
            afterReturn = byte == UInt8(ascii: "\r")
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// Why a text cannot be taken.
enum BodyError: Error, Equatable {
    case unreadable(MarkdownError)
    case tooManyLinks(limit: Int, count: Int)
    case tooManyImages(limit: Int, count: Int)

    /// What to do, beside the field.
    var message: String {
        switch self {
        case .unreadable(let error): error.message
        case .tooManyLinks(let limit, let count):
            "There are \(count) links to other sites in this, and on your first day \(limit) is the most. "
                + "Take some out, or add them tomorrow."
        case .tooManyImages(let limit, let count):
            "There are \(count) pictures in this, and on your first day \(limit) is the most. "
                + "Take some out, or add them tomorrow."
        }
    }
}

extension Context {
    /// What this writer's text has to keep to now.
    ///
    /// - Parameter text: the text, as far as it names files that are to be shown in it; `nil`: the form's `body`.
    func bodyRules(for writer: Writer, text: String? = nil) throws -> BodyRules {
        let uploads = try uploads(namedIn: text ?? request.form["body"] ?? "", by: writer)
        var rules = BodyRules(
            renderer: MarkdownRenderer(siteOrigin: application.settings.origin, uploads: uploads))
        let limits = application.limits
        guard limits.isNewcomer(writer.member, now: now) else { return rules }
        rules.mostLinks = limits.settings.newcomerLinks == 0 ? nil : limits.settings.newcomerLinks
        rules.mostImages = limits.settings.newcomerImages == 0 ? nil : limits.settings.newcomerImages
        return rules
    }
}
