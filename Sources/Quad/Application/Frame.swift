/// What every page shows of the installation it belongs to; made once at start-up.
struct Site: Sendable {
    /// The installation's name, as titles and the footer say it: "Quad at Alder Bay University".
    let name: String
    /// The university's name beside the mark: "Alder Bay University".
    let universityName: String
    /// Scheme, host and port without a trailing slash: "https://quad.alderbay.example".
    let origin: String
    /// Fingerprinted address of the sheets below, joined in their order.
    let stylesheet: String
    /// Of those that follow for members alone.
    let memberStylesheet: String
    /// Fingerprinted addresses of the scripts, and of those for members alone.
    let scripts: [String]
    let memberScripts: [String]
    /// Fingerprinted address of the SVG mark.
    let favicon: String
    /// Fingerprinted address of the 180 px mark for home screens.
    let touchIcon: String
    /// Whether `/dev/components` is served, so that the footer may lead there.
    let showsComponents: Bool
    /// Whether those who train machines may take what is public here.
    let allowsTraining: Bool

    /// The stylesheets in Public/css, in the order in which they apply; the first declares the layers.
    static let sheets = [
        "tokens", "base", "layout", "components", "forms", "reading", "thread", "communities", "writing", "posts",
        "attachments", "following", "keeping", "front", "search", "profiles", "adaptations",
    ]

    /// Sheets that style what members alone see.
    static let memberSheets = ["editor", "week", "courses", "connections", "matching", "home"]

    /// What the sheets are joined to, so that a page asks for one or two files.
    static let joinedSheets = [
        "css/site.css": sheets.map { "css/\($0).css" }, "css/members.css": memberSheets.map { "css/\($0).css" },
    ]

    /// The modules in Public/js that every page loads.
    static let modules = ["forms", "thread", "search"]

    /// The modules in Public/js that members' pages load. What one of them imports stands in a folder of its name: it
    /// is found beside it under a plain address, which browsers ask for again, and so always fits.
    static let memberModules = ["votes", "drafts", "editor", "replies", "week", "crop"]

    init(
        name: String, universityName: String, origin: String, stylesheet: String,
        memberStylesheet: String, scripts: [String] = [], memberScripts: [String] = [], favicon: String,
        touchIcon: String, showsComponents: Bool = false, allowsTraining: Bool = true
    ) {
        self.name = name
        self.universityName = universityName
        self.origin = origin
        self.stylesheet = stylesheet
        self.memberStylesheet = memberStylesheet
        self.scripts = scripts
        self.memberScripts = memberScripts
        self.favicon = favicon
        self.touchIcon = touchIcon
        self.showsComponents = showsComponents
        self.allowsTraining = allowsTraining
    }
}

/// A place in the main navigation; the one a page belongs to is marked there.
enum Section: Sendable {
    case home, communities, study, you, moderation
}

/// What the layout says around a page: head, masthead, flash.
struct Frame: Sendable {
    let around: Surroundings
    /// The page's own title, without the site's name; empty on the front page.
    let title: String
    /// One or two plain sentences for search results and link previews, cut after 200 characters.
    let description: String?
    /// The one path this page should be known by, starting with "/"; `nil` when there is none.
    let canonicalPath: String?
    /// Whether crawlers may keep the page.
    let indexable: Bool
    let current: Section?
    /// What the page is to programs that read it.
    let matter: HeadMatter

    init(
        around: Surroundings, title: String, description: String? = nil, canonicalPath: String? = nil,
        indexable: Bool = true, current: Section? = nil, matter: HeadMatter = HeadMatter()
    ) {
        self.around = around
        self.title = title
        self.description = description.flatMap { $0.shortened(to: 200).nonEmpty }
        self.canonicalPath = canonicalPath
        self.indexable = indexable
        self.current = current
        self.matter = matter
    }

    var site: Site { around.site }
    var viewer: Surroundings.Face? { around.viewer }
    var flash: Flash? { around.flash }

    /// The title as the browser's tab shows it.
    var fullTitle: String { title.isEmpty ? site.name : "\(title) · \(site.name)" }

    /// The title as link previews show it, where the site's name stands beside it.
    var shareTitle: String { title.isEmpty ? site.name : title }

    /// The whole canonical address, because links in a head are read without their page.
    var canonicalAddress: String? { canonicalPath.map { site.origin + $0 } }
}
