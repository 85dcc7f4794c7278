import HTML

/// A page of the site: what it shows, and what stands around it. What has nothing around it, as a mail or a part of a
/// page, is an `HTML.Page`.
protocol Page: HTML.Page {
    var frame: Frame { get }
}
