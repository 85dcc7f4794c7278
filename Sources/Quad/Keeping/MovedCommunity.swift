import HTTPServer
import Postgres

extension Context {
    /// Leads on from an address that a community had; `nil` when it is none, or its viewer may not know of it.
    ///
    /// A form goes along with what was typed.
    func movedCommunity(_ route: Route) throws -> Response? {
        let prefix = "/c/"
        guard route.pattern.hasPrefix("/c/:community"), request.target.hasPrefix(prefix),
            let old = parameters["community"], old.utf8.count <= CommunityAddress.limit,
            let new = try database.fetch(.newAddress(of: old, for: viewer))
        else { return nil }
        let rest = request.target.dropFirst(prefix.count).drop { $0 != "/" && $0 != "?" }
        return .redirect(
            to: prefix + new + rest, status: request.method == .post ? .permanentRedirect : .movedPermanently)
    }
}
