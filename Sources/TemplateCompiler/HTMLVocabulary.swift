/// What HTML says about names of elements and attributes; all in lower case.
/// Source: HTML Living Standard, "Elements", "Attributes", "Parsing HTML documents".
enum HTMLVocabulary {
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    /// Their text is text: character references, but no tags.
    static let plainText: Set<String> = ["title", "textarea"]

    /// Their text is not read as HTML at all, so nothing could be escaped in it.
    static let raw: Set<String> = ["script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"]

    /// SVG elements that HTML does not have: a partial may begin with one.
    static let svgOnly: Set<String> = [
        "circle", "clippath", "defs", "desc", "ellipse", "feblend", "fegaussianblur", "filter", "foreignobject", "g",
        "line", "lineargradient", "marker", "mask", "metadata", "path", "pattern", "polygon", "polyline",
        "radialgradient", "rect", "stop", "symbol", "text", "textpath", "tspan", "use", "view",
    ]

    /// SVG elements that write into an attribute of another element, an address perhaps.
    static let animations: Set<String> = ["animate", "animatemotion", "animatetransform", "set"]

    static let address: Set<String> = [
        "action", "archive", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href",
        "icon",
        "itemid", "longdesc", "lowsrc", "manifest", "ping", "poster", "profile", "src", "usemap", "xlink:href",
    ]

    static let addressLists: Set<String> = ["srcset", "imagesrcset"]

    /// Schemes a template may write itself, in front of what it interpolates.
    static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// Values of `type` with which a `<script>` is run or steers what is run; others are data.
    static let scriptTypes: Set<String> = [
        "", "module", "importmap", "speculationrules", "text/javascript", "application/javascript",
        "application/ecmascript", "text/ecmascript", "application/x-javascript",
    ]
}
