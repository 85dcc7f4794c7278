import HTTPServer
import Redis
import WebClient

/// Reads settings one by one and keeps every mistake, in the operator's words.
struct SettingsReader {
    let environment: [String: String]
    private(set) var mistakes: [String] = []

    init(environment: [String: String]) {
        self.environment = environment
    }

    mutating func required(_ name: String, _ what: String) -> String {
        if let value = environment[name], !value.isEmpty { return value }
        mistakes.append("\(name) is not set: give \(what).")
        return ""
    }

    mutating func number(_ name: String, _ range: ClosedRange<Int>, default standard: Int) -> Int {
        guard let text = environment[name], !text.isEmpty else { return standard }
        if let number = Int(text), range.contains(number) { return number }
        mistakes.append("\(name) is “\(text)”: give a whole number from \(range.lowerBound) to \(range.upperBound).")
        return standard
    }

    mutating func isOn(_ name: String, default standard: Bool) -> Bool {
        switch environment[name]?.lowercased() {
        case nil, "": return standard
        case "on", "true", "yes", "1": return true
        case "off", "false", "no", "0": return false
        case .some(let text):
            mistakes.append("\(name) is “\(text)”: say on or off.")
            return standard
        }
    }

    mutating func redis(_ name: String) -> RedisConfiguration? {
        let url = required(name, "an address such as redis://localhost:6379 or unix:///run/redis/redis.sock")
        guard !url.isEmpty else { return nil }
        do {
            return try RedisConfiguration(url: url)
        } catch {
            mistakes.append("\(name) can't be read: \(error)")
            return nil
        }
    }

    mutating func networks(_ name: String) -> [IPNetwork] {
        (environment[name] ?? "").split(whereSeparator: { $0 == "," || $0 == " " }).compactMap { text in
            if let network = IPNetwork(String(text)) { return network }
            mistakes.append("\(name) holds “\(text)”: give addresses or networks such as 10.0.0.0/8 or 2001:db8::/32.")
            return nil
        }
    }

    /// Scheme and host, and a port where it is not the scheme's own.
    mutating func origin(_ name: String, default standard: String) -> String {
        var text = environment[name] ?? ""
        if text.isEmpty { return standard }
        while text.hasSuffix("/") { text.removeLast() }
        let rest: Substring
        if text.hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if text.hasPrefix("http://") {
            rest = text.dropFirst(7)
        } else {
            rest = ""
        }
        let allowed = rest.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        if !rest.isEmpty, allowed { return text }
        mistakes.append(
            "\(name) is “\(text)”: give scheme and host alone, in lower case, such as https://quad.example.edu.")
        return standard
    }

    mutating func hosts(_ name: String, besides origin: String) -> Set<String> {
        let more = (environment[name] ?? "").lowercased().split(whereSeparator: { $0 == "," || $0 == " " })
        return Set([Self.host(of: origin)] + more.map(String.init))
    }

    private static func host(of origin: String) -> String {
        var host = origin[(origin.firstRange(of: "://")?.upperBound ?? origin.startIndex)...]
        if !host.hasSuffix("]"), let colon = host.lastIndex(of: ":") { host = host[..<colon] }
        return String(host)
    }

    /// - Returns: `nil` without a mail server; a sender is checked all the same.
    mutating func mail(_ serverName: String, from senderName: String, origin: String) -> MailSettings? {
        let url = environment[serverName] ?? ""
        let given = environment[senderName] ?? ""
        let sender = MailAddress(given.isEmpty ? "quad@\(Self.host(of: origin))" : given)
        if sender == nil, !given.isEmpty {
            mistakes.append("\(senderName) is “\(given)”: give a plain address such as quad@example.edu.")
        } else if sender == nil, !url.isEmpty {
            mistakes.append("\(senderName) is not set, and the host of BASE_URL makes no address: give one.")
        }
        guard !url.isEmpty else { return nil }
        do {
            let server = try MailServer(url: url)
            return sender.map { MailSettings(server: server, sender: $0) }
        } catch {
            mistakes.append("\(serverName) can’t be read: \(error)")
            return nil
        }
    }
}

extension SettingsReader {
    /// A bucket elsewhere, or a directory, that of the installation unless another is named.
    mutating func storage(_ urlName: String, directory directoryName: String, below home: String) -> StorageSettings {
        let (url, directory) = (environment[urlName] ?? "", environment[directoryName] ?? "")
        if !url.isEmpty, !directory.isEmpty {
            mistakes.append("\(urlName) and \(directoryName) are both set: files are kept in one place.")
        }
        if !url.isEmpty {
            do {
                return .bucket(try ObjectStoreAddress(url: url))
            } catch {
                mistakes.append("\(urlName) can’t be read: \(error)")
            }
        }
        return .directory(directory.isEmpty ? "\(home)/attachments" : directory)
    }

    /// The limits, each of them 0 for none.
    mutating func limits() -> LimitSettings {
        var limits = LimitSettings()
        for (name, limit) in Self.limitNames {
            limits[keyPath: limit] = number(name, 0...1_000_000, default: limits[keyPath: limit])
        }
        return limits
    }

    /// How matches are ranked and shared out.
    mutating func matching() -> MatchSettings {
        var matching = MatchSettings()
        for (name, weight) in [
            ("MATCH_WEIGHT_TIME", \MatchWeights.time), ("MATCH_WEIGHT_HABITS", \.habits), ("MATCH_WEIGHT_BIO", \.bio),
            ("MATCH_WEIGHT_PICTURE", \.picture),
        ] {
            matching.weights[keyPath: weight] = number(name, 0...100, default: matching.weights[keyPath: weight])
        }
        if matching.weights.all.allSatisfy({ $0 == 0 }) {
            mistakes.append("MATCH_WEIGHT_TIME, _HABITS, _BIO and _PICTURE are all 0: something has to count")
        }
        matching.firstPagesPerWeek = number(
            "MATCH_FIRST_PAGES_PER_WEEK", 1...1_000_000, default: matching.firstPagesPerWeek)
        return matching
    }

    private static var limitNames: [(String, WritableKeyPath<LimitSettings, Int>)] {
        [
            ("VISITOR_PAGES_PER_MINUTE", \.visitorPagesPerMinute), ("MEMBER_PAGES_PER_MINUTE", \.memberPagesPerMinute),
            ("SIGN_INS_PER_ACCOUNT", \.signInsPerAccount), ("SIGN_INS_PER_ADDRESS", \.signInsPerAddress),
            ("SIGN_UPS_PER_ADDRESS", \.signUpsPerAddress), ("MAILS_PER_ACCOUNT", \.mailsPerAccount),
            ("POSTS_PER_MINUTE", \.postsPerMinute), ("POSTS_PER_HOUR", \.postsPerHour),
            ("VOTES_PER_MINUTE", \.votesPerMinute), ("PREVIEWS_PER_MINUTE", \.previewsPerMinute),
            ("COMMUNITIES_PER_DAY", \.communitiesPerDay), ("COURSES_PER_DAY", \.coursesPerDay),
            ("GROUP_SEARCHES_PER_MINUTE", \.groupSearchesPerMinute),
            ("WEEK_CHANGES_PER_MINUTE", \.weekChangesPerMinute), ("NEWCOMER_POSTS", \.newcomerPosts),
            ("NEWCOMER_COMMENTS", \.newcomerComments), ("NEWCOMER_LINKS", \.newcomerLinks),
            ("NEWCOMER_IMAGES", \.newcomerImages), ("SET_UP_TRIES", \.setUpTries),
            ("UPLOADS_PER_HOUR", \.uploadsPerHour), ("UPLOAD_MEGABYTES", \.uploadMegabytes),
            ("ZONES_PER_DAY", \.zonesPerDay),
        ]
    }
}
