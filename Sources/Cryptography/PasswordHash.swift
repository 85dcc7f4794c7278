internal import CSodium

/// What is kept of a password: Argon2id with a salt of its own, from which nobody reads the password back.
///
/// Making one and comparing with one takes as long, and as much memory, as its ``Cost`` says: 16 ms and 19 MiB at the
/// standard one. The calling thread waits.
///
/// - Source: RFC 9106.
public struct PasswordHash: Sendable {
    private let cost: Cost
    private let salt: [UInt8]
    private let hash: [UInt8]

    public static func make(_ password: String, cost: Cost) throws(PasswordHashError) -> PasswordHash {
        guard let bytes = PreparedPassword.bytes(of: password) else { throw .passwordTooLong }
        let salt = RandomBytes.make(saltSize)
        return PasswordHash(cost: cost, salt: salt, hash: try argon2id(bytes, salt: salt, cost: cost))
    }

    /// The hash of an account that does not exist: no password matches it, which takes as long to find out as with
    /// any other hash of this cost. So the time of a refusal does not tell who has an account.
    public static func absent(cost: Cost) -> PasswordHash {
        // Random bytes instead of a hash of something: whoever found a password for them broke Argon2id.
        PasswordHash(cost: cost, salt: RandomBytes.make(saltSize), hash: RandomBytes.make(hashSize))
    }

    /// - Throws: ``PasswordHashError/outOfMemory`` when there was no telling: it must not count as a wrong password.
    public func matches(_ password: String) throws(PasswordHashError) -> Bool {
        // Nobody's password is that long, and that it took no time tells a guesser only how long the guess was.
        guard let bytes = PreparedPassword.bytes(of: password) else { return false }
        // Not libsodium's own comparison, which says "wrong" when it has no memory.
        return constantTimeEqual(try Self.argon2id(bytes, salt: salt, cost: cost), hash)
    }

    /// Whether it was made at another cost: then the next correct password is hashed again.
    public func needsRehash(at cost: Cost) -> Bool {
        self.cost != cost
    }

    private static func argon2id(
        _ password: [CChar], salt: [UInt8], cost: Cost
    ) throws(PasswordHashError) -> [UInt8] {
        Sodium.ensureReady()
        var hash = [UInt8](repeating: 0, count: hashSize)
        let outcome = crypto_pwhash_argon2id(
            &hash, UInt64(hash.count), password, UInt64(password.count), salt, UInt64(cost.passes), cost.memory,
            crypto_pwhash_argon2id_ALG_ARGON2ID13)
        // Sizes and cost are within its limits, so nothing else can go wrong.
        guard outcome == 0 else { throw .outOfMemory }
        return hash
    }

    private static let saltSize = 16
    private static let hashSize = 32
}

public enum PasswordHashError: Error, Hashable, Sendable {
    /// The memory that the cost asks for was not to be had.
    case outOfMemory
    /// More than 4,096 bytes.
    case passwordTooLong
}

extension PasswordHash {
    /// Argon2id's usual text form, about 97 ASCII characters: `$argon2id$v=19$m=19456,t=2,p=1$…$…`.
    public var stored: String {
        let (salt, hash) = (Self.base64(salt), Self.base64(hash))
        return "$argon2id$v=19$m=\(cost.memory / 1024),t=\(cost.passes),p=1$\(salt)$\(hash)"
    }

    /// A hash as it comes from where it was kept; `nil` when `stored` is none that this type makes.
    public init?(stored: String) {
        guard stored.utf8.count < 200 else { return nil }
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, let cost = Self.cost(of: parts[3]), let salt = Self.bytes(of: parts[4]),
            let hash = Self.bytes(of: parts[5])
        else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
        // So every hash has one text, whatever a reader of numbers lets pass.
        guard salt.count == Self.saltSize, hash.count == Self.hashSize, self.stored == stored else { return nil }
    }

    /// The cost in "m=19456,t=2,p=1"; one below today's standard is an old hash, one beyond measure is none.
    private static func cost(of text: Substring) -> Cost? {
        let numbers = text.split(separator: ",").map { part in Int(part.dropFirst(2)) }
        guard numbers.count == 3, let memory = numbers[0], let passes = numbers[1] else { return nil }
        guard (8...Cost.mostMemory / 1024).contains(memory), (1...Cost.mostPasses).contains(passes) else { return nil }
        return Cost(bytes: memory * 1024, passes: passes)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        String(Base64URL.encode(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
    }

    private static func bytes(of base64: Substring) -> [UInt8]? {
        Base64URL.decode(String(base64.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }))
    }
}

/// For logs: neither the password nor what could be guessed against.
extension PasswordHash: CustomStringConvertible, CustomReflectable {
    public var description: String { "PasswordHash(…)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
