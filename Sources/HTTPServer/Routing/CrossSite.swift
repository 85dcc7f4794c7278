/// Whether a request that changes something comes from this site's own pages.
public enum CrossSite {
    /// Browsers say so in `Sec-Fetch-Site`; older ones in `Origin`. A form from elsewhere can send neither falsely.
    ///
    /// - Parameter origin: this site's, as `https://campus.example` with its port unless that is the usual one.
    /// - Returns: `true` for methods that are safe by definition.
    public static func allows(_ request: Request, origin: String) -> Bool {
        if request.method.isSafe { return true }
        if let site = request.headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
        guard let given = request.headers["origin"] else { return false }
        return given.isEqualIgnoringCase(origin)
    }
}
