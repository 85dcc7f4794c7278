import FoundationEssentials
import Postgres
import Quad
import Redis
import WebClient

#if canImport(Glibc)
    import Glibc
#endif

extension Subcommand {
    static let check = Subcommand(
        name: "check", summary: "Find what is wrong with an installation, and say how to mend it.", options: [],
        details: "Ends with 1 when something needs mending."
    ) { _ in
        let settings = try Settings(environment: ProcessInfo.processInfo.environment)
        print("ok       settings")
        let findings =
            checkPostgres(settings) + checkMail(settings) + checkRedis(settings) + checkFiles(settings) + [
                checkStorage(settings),
                checkDescriptors(), checkAddress(settings),
            ]
        for finding in findings {
            print((finding.mend == nil ? "ok" : "problem").padded(to: 9) + finding.part)
            if let mend = finding.mend { print("         " + mend) }
        }
        let problems = findings.count { $0.mend != nil }
        if problems > 0 { throw Refused("\(problems) of \(findings.count) parts need mending.") }
    }
}

/// One part of an installation, and how to mend it; `nil` when it is fine.
private struct Finding {
    let part: String
    var mend: String?
}

private func checkPostgres(_ settings: Settings) -> [Finding] {
    let database = Connection(settings.database)
    do {
        let version = try database.fetch(Query<Int>.value("SELECT current_setting('server_version_num')::bigint"))
        var findings = [Finding(part: "Postgres answers (\(version / 10_000).\(version % 100))")]
        if version < 150_000 { findings[0].mend = "Quad needs Postgres 15 or newer." }
        do {
            try requireKnownSchema(database, settings)
            findings.append(Finding(part: "the schema is the one this Quad knows"))
        } catch {
            findings.append(Finding(part: "the schema", mend: String(describing: error)))
        }
        let skew = try database.fetch(Query<Date>.value("SELECT clock_timestamp()")).timeIntervalSinceNow
        findings.append(
            Finding(
                part: "clocks agree",
                mend: abs(skew) < 5
                    ? nil
                    : "This machine's clock and the database's differ by \(Int(skew)) s: run an NTP client on both."))
        return findings
    } catch {
        return [Finding(part: "Postgres", mend: "\(error). Look at DATABASE_URL and whether Postgres runs.")]
    }
}

/// A demonstration sends no mails, and before an installation is set up nobody is there to get one.
private func checkMail(_ settings: Settings) -> [Finding] {
    let database = Connection(settings.database)
    do {
        let isReal = try database.fetch(
            Query<Bool>.value("SELECT EXISTS (SELECT FROM site WHERE NOT is_demonstration)"))
        guard isReal else { return [] }
        return [
            Finding(
                part: "mails can be sent",
                mend: settings.mail == nil
                    ? "Set SMTP_URL: without it nobody can confirm an address or choose a new password." : nil)
        ]
    } catch {
        // Said of Postgres and its schema already.
        return []
    }
}

private func checkRedis(_ settings: Settings) -> [Finding] {
    do {
        _ = try Client(settings.redis).fetch(.ping)
        return [Finding(part: "Redis answers")]
    } catch {
        return [Finding(part: "Redis", mend: "\(error). Look at REDIS_URL and whether Redis runs.")]
    }
}

private func checkFiles(_ settings: Settings) -> [Finding] {
    [("PUBLIC_DIRECTORY", settings.publicDirectory), ("MIGRATIONS_DIRECTORY", settings.migrationsDirectory)].map {
        name, path in
        Finding(
            part: "\(path) can be read",
            mend: access(path, R_OK | X_OK) == 0 ? nil : "Set \(name), or QUAD_HOME, to where Quad's files lie.")
    }
}

private func checkStorage(_ settings: Settings) -> Finding {
    do {
        try settings.attachments.check()
        return Finding(part: "files can be kept in \(settings.attachments)")
    } catch {
        return Finding(
            part: "files can be kept in \(settings.attachments)",
            mend: "\(error). Look at ATTACHMENTS_DIRECTORY or ATTACHMENTS_URL.")
    }
}

private func checkDescriptors() -> Finding {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Finding(
        part: "\(limit.rlim_max) files may be open at once",
        mend: limit.rlim_max >= 12_000
            ? nil : "Ten thousand connections need more: set LimitNOFILE=65536 in the systemd unit.")
}

private func checkAddress(_ settings: Settings) -> Finding {
    let address = settings.origin + "/healthz"
    do {
        let answer = try WebClient().get(address, headers: [:], allow: .any)
        return Finding(
            part: "\(settings.origin) leads here",
            mend: answer.status == 200
                ? nil : "\(address) answers \(answer.status): look at BASE_URL and the proxy in front.")
    } catch {
        return Finding(
            part: settings.origin,
            mend: "\(address) can't be reached (\(error)): start quad serve, and look at BASE_URL and the proxy.")
    }
}
