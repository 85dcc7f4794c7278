import HTML
import HTTPServer

extension Context {
    /// A page about an account: kept by nobody, and telling no other site from where one comes, because its address
    /// may hold a secret.
    ///
    /// Not `no-referrer`: under that, browsers that know no `Sec-Fetch-Site` post the page's own form without saying
    /// from where, and it would be refused as another site's.
    func guarded(_ page: some Page, status: HTTPStatus = .ok) -> Response {
        var response = self.page(page, status: status)
        response.set("Cache-Control", "private, no-store")
        response.set("Referrer-Policy", "same-origin")
        return response
    }
}
