import HTTPServer

/// What browsers are told about every answer.
enum SecurityHeaders {
    private static let always: [Header] = [
        // Nothing inline runs and nothing comes from elsewhere: markup that slipped in could do nothing.
        Header(
            name: "Content-Security-Policy",
            value: "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
                + "font-src 'self'; form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + "object-src 'none'"),
        Header(name: "X-Content-Type-Options", value: "nosniff"),
        Header(name: "Referrer-Policy", value: "strict-origin-when-cross-origin"),
        Header(name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        Header(name: "Cross-Origin-Opener-Policy", value: "same-origin"),
        Header(name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    ]
    private static let transport = Header(
        name: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains")

    /// A response that says one of them itself keeps its own.
    static func added(to response: Response, isSecure: Bool) -> Response {
        var response = response
        response.headers += all(isSecure: isSecure).filter { response[$0.name] == nil }
        return response
    }

    /// What goes with pages and files alike: no page's policy covers a file that is opened by itself.
    static func all(isSecure: Bool) -> [Header] { isSecure ? always + [transport] : always }
}
