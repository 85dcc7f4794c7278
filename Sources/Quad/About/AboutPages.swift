import HTML

/// What Quad is and who runs it; shown by Templates/about/about.html.
struct AboutPage: Page {
    let frame: Frame
}

/// The rules of every community; shown by Templates/about/rules.html.
struct RulesPage: Page {
    let frame: Frame
}

/// What is kept about readers and for how long; shown by Templates/about/privacy.html.
struct PrivacyPage: Page {
    let frame: Frame
}
