import HTTPServer
import Quad

extension Subcommand {
    static let routes = Subcommand(
        name: "routes", summary: "List every address the site answers.", options: [],
        details: "Method, path, and whom it is for."
    ) { _ in
        let width = ([Route].all.map(\.pattern.count).max() ?? 0) + 2
        for route in [Route].all {
            print(route.method.rawValue.padded(to: 6) + route.pattern.padded(to: width) + route.audience)
        }
    }
}
