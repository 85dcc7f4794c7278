package import HTTPServer
import Postgres

extension Application {
    /// Counts a request and writes its line: no bodies, no headers, no cookies.
    package func finished(_ exchange: Exchange) {
        let route = exchange.route ?? (exchange.answeredOnEventThread ? "(memory)" : "(none)")
        metrics.count(
            route: exchange.answeredOnEventThread ? nil : route, status: exchange.status.code,
            taking: exchange.waiting + exchange.working)
        log.line { line in
            line.member("id", exchange.id.description)
            line.member("client", exchange.client.description)
            line.member("method", exchange.method?.rawValue ?? "")
            line.member("target", AccessLog.withoutSecrets(exchange.target))
            line.member("route", route)
            line.member("status", exchange.status.code)
            line.member("bytes", exchange.bytesSent)
            line.member("total", exchange.total)
            guard !exchange.answeredOnEventThread else { return }
            line.member("waiting", exchange.waiting)
            line.member("working", exchange.working)
            if let times = exchange.note?.split(separator: " "), times.count == 2 {
                line.member("postgres", Int(times[0]) ?? 0)
                line.member("redis", Int(times[1]) ?? 0)
            }
        }
    }
}

extension AccessLog {
    func note(_ statement: SlowStatement) {
        line { line in
            line.member("event", "slow statement")
            line.member("microseconds", statement.duration)
            line.member("statement", statement.text)
        }
    }
}

extension AccessLog {
    /// Links in mails carry a secret in their query, which may still be good.
    static func withoutSecrets(_ target: String) -> String {
        // In bytes: every page from memory comes by here, and characters cost as much as the rest of its answer.
        guard let query = target.utf8.firstIndex(of: UInt8(ascii: "?")), target[query...].contains("token") else {
            return target
        }
        return target[..<query] + "?…"
    }
}
