// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A C library of Debian's, found through pkg-config.
func library(_ name: String, pkgConfig: String?, apt package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A room: a library target that may import what `uses` names, and nothing else of ours.
func room(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, swiftSettings: swift)
}

func tests(of room: String, uses: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: [.byName(name: room)] + uses,
        exclude: room == "TemplateCompiler" ? ["Golden"] : [], swiftSettings: swift)
}

let package = Package(
    name: "quad",
    products: [.executable(name: "quad", targets: ["QuadCommand"])],
    targets: [
        library("CMicrohttpd", pkgConfig: "libmicrohttpd", apt: "libmicrohttpd-dev"),
        library("CPostgres", pkgConfig: "libpq", apt: "libpq-dev"),
        // Its pkg-config file holds a flag that SwiftPM refuses with a warning; the module map links it.
        library("CHiredis", pkgConfig: nil, apt: "libhiredis-dev"),
        library("CCmark", pkgConfig: "libcmark", apt: "libcmark-dev"),
        library("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
        library("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
        // Its pkg-config file holds a flag that SwiftPM refuses with a warning; the module map links it.
        library("CGd", pkgConfig: nil, apt: "libgd-dev"),

        room("HTML"),
        room("HTTPServer", uses: ["CMicrohttpd"]),
        room("Postgres", uses: ["CPostgres"]),
        room("Redis", uses: ["CHiredis"]),
        room("Markdown", uses: ["CCmark", "HTML"]),
        room("Cryptography", uses: ["CSodium"]),
        room("WebClient", uses: ["CCurl"]),
        room("Images", uses: ["CGd"]),

        room("TemplateCompiler"),
        .executableTarget(name: "compile-templates", dependencies: ["TemplateCompiler"], swiftSettings: swift),
        .plugin(
            name: "TemplatePlugin", capability: .buildTool(), dependencies: ["compile-templates"],
            path: "Sources/TemplatePlugin"),

        .target(
            name: "Quad",
            dependencies: [
                "HTML", "HTTPServer", "Postgres", "Redis", "Markdown", "Cryptography", "WebClient", "Images",
            ],
            swiftSettings: swift, plugins: ["TemplatePlugin"]),
        room("Demonstration", uses: ["Quad", "Markdown", "Postgres"]),
        .executableTarget(
            name: "QuadCommand",
            dependencies: [
                "Quad", "Demonstration", "HTTPServer", "Postgres", "Redis", "WebClient",
            ],
            swiftSettings: swift),

        .target(
            name: "TestSupport", dependencies: ["Postgres", "Redis"], path: "Tests/TestSupport",
            swiftSettings: swift),
        tests(of: "HTML"),
        tests(of: "HTTPServer", uses: ["TestSupport"]),
        tests(of: "Postgres", uses: ["TestSupport"]),
        tests(of: "Redis", uses: ["TestSupport"]),
        tests(of: "Markdown"),
        tests(of: "Cryptography"),
        tests(of: "WebClient", uses: ["HTTPServer", "TestSupport", "Cryptography"]),
        tests(of: "Images", uses: ["TestSupport"]),
        tests(of: "TemplateCompiler", uses: ["HTML"]),
        tests(of: "Demonstration", uses: ["TestSupport", "Postgres", "Markdown", "Cryptography", "Quad"]),
        tests(
            of: "Quad",
            uses: [
                "TestSupport", "HTTPServer", "Postgres", "Redis", "HTML", "Markdown", "Cryptography", "WebClient",
                "Images",
            ]),
    ],
    swiftLanguageModes: [.v6])
