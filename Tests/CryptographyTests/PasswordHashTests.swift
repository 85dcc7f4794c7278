import Foundation
import Testing

@testable import Cryptography

@Suite("Password hashes")
struct PasswordHashTests {
    static let scripts = [
        "correct horse battery", "пароль из четырёх слов", "τέσσερις άσχετες λέξεις", "چهار واژهٔ بی‌ربط",
        "ארבע מילים שונות",
        "चार अलग शब्द यहाँ", "四个毫不相干的词语在这里", "ぜんぜん関係ない四つの言葉", "서로 상관없는 네 낱말", "สี่คำที่ไม่เกี่ยวกัน", "🎻🦉🚲🧦🪴🥟🌧️📚🕯️🧭🗝️🎲",
        String(repeating: "x", count: 12), String(repeating: "é", count: 128), "with\0a NUL inside", "",
    ]

    @Test("the right password matches and a wrong one does not, in every script", arguments: scripts)
    func matching(password: String) throws {
        let hash = try PasswordHash.make(password, cost: .standard)
        #expect(try hash.matches(password))
        #expect(try !hash.matches(password + "x"))
        let stored = try #require(PasswordHash(stored: hash.stored))
        #expect(try stored.matches(password))
    }

    /// Made by libsodium's own `crypto_pwhash_str`.
    @Test(
        "hashes that others made in the usual form are understood, old ones of a lower cost too",
        arguments: [
            "$argon2id$v=19$m=19456,t=2,p=1$IknK3MK6+gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
            "$argon2id$v=19$m=8192,t=1,p=1$jnTpL5v3HoyGI2wlXAZzrg$Cm7xyZI1wPWIC9lSTPTYc+VBk83Vj5EyLtcc71V98hA",
        ])
    func othersHashes(stored: String) throws {
        let hash = try #require(PasswordHash(stored: stored))
        #expect(try hash.matches("correct horse battery staple"))
        #expect(try !hash.matches("correct horse battery stapler"))
        #expect(hash.stored == stored)
        #expect(hash.needsRehash(at: .standard) == !stored.contains("m=19456,t=2"))
    }

    @Test("what stands behind a NUL counts")
    func afterNUL() throws {
        let hash = try PasswordHash.make("with\0a NUL inside", cost: .standard)
        #expect(try !hash.matches("with\0another end"))
        #expect(try !hash.matches("with"))
    }

    @Test(
        "the same letters match however a keyboard composes them",
        arguments: [
            ("crème brûlée à gogo", "cre\u{300}me bru\u{302}le\u{301}e a\u{300} gogo"),
            ("Nguyễn Thị Hằng", "Nguye\u{302}\u{303}n Thi\u{323} Ha\u{306}\u{300}ng"),
            ("한글 낱말 네 개", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF} 낱말 네 개"),
            ("\u{212B}ngström units", "\u{C5}ngström units"),
            ("four plain words here", "four\u{A0}plain\u{3000}words\u{2009}here"),
        ])
    func composition(one: String, other: String) throws {
        #expect(try PasswordHash.make(one, cost: .standard).matches(other))
        #expect(try PasswordHash.make(other, cost: .standard).matches(one))
    }

    @Test(
        "different characters stay different, even ones that look alike or mean the same",
        arguments: [
            ("Password", "password"), ("①②③", "123"), ("ﬁne", "fine"), ("Ｑuad", "Quad"), ("а", "a"), (" a", "a"),
        ])
    func difference(one: String, other: String) throws {
        #expect(try !PasswordHash.make(one, cost: .standard).matches(other))
    }

    @Test("one password has another hash each time, with the standard cost written in it")
    func salt() throws {
        let (one, other) = (
            try PasswordHash.make("correct horse", cost: .standard),
            try PasswordHash.make("correct horse", cost: .standard)
        )
        #expect(one.stored != other.stored)
        #expect(one.stored.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(one.stored.utf8.count < 128)
    }

    @Test("a hash of another cost asks to be made again, one of this cost does not")
    func rehash() throws {
        let higher = try #require(PasswordHash.Cost(memory: 20 << 20, passes: 2))
        let slower = try #require(PasswordHash.Cost(memory: 19 << 20, passes: 3))
        let hash = try PasswordHash.make("correct horse", cost: .standard)
        #expect(!hash.needsRehash(at: .standard))
        #expect(hash.needsRehash(at: higher))
        #expect(hash.needsRehash(at: slower))
        let new = try PasswordHash.make("correct horse", cost: higher)
        #expect(!new.needsRehash(at: higher))
        #expect(try new.matches("correct horse"))
    }

    @Test(
        "no cost is below the standard one or without measure",
        arguments: [
            (19 << 20 - 1, 2), (19 << 20, 1), (0, 0), (-1, -1), (2 << 30, 2), (19 << 20, 21), (Int.max, Int.max),
        ])
    func costs(memory: Int, passes: Int) {
        #expect(PasswordHash.Cost(memory: memory, passes: passes) == nil)
    }

    @Test(
        "what is no Argon2id hash makes none",
        arguments: [
            "", "password", "$argon2id$", "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
            "$2b$12$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=19456,t=2,p=1$AAAA$",
            "$argon2id$v=19$m=x,t=2,p=1$AAAA$AAAA",
            "é", String(repeating: "$", count: 5000),
            // A cost beyond measure, another number of lanes, another version, a second spelling of a number.
            "$argon2id$v=19$m=4194304,t=2,p=1$IknK3MK6+gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
            "$argon2id$v=19$m=19456,t=2,p=2$IknK3MK6+gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
            "$argon2id$v=16$m=19456,t=2,p=1$IknK3MK6+gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
            "$argon2id$v=19$m=019456,t=2,p=1$IknK3MK6+gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
            "$argon2id$v=19$m=19456,t=2,p=1$IknK3MK6-gs205TtoLDjzQ$XNsgCFc2YdL0S/l430Nu8IEIsUjenRYchjQJ2Kk0qow",
        ])
    func foreign(text: String) throws {
        #expect(PasswordHash(stored: text) == nil)
    }

    @Test("a hash cut short, made longer or with something behind a NUL is none")
    func length() throws {
        let stored = try PasswordHash.make("correct horse", cost: .standard).stored
        #expect(PasswordHash(stored: String(stored.dropLast())) == nil)
        #expect(PasswordHash(stored: stored + "!") == nil)
        #expect(PasswordHash(stored: stored + "\0") == nil)
    }

    @Test(
        "no password matches the hash of nobody, which is of the cost asked for", arguments: ["", "password", "quad"])
    func absent(password: String) throws {
        let absent = PasswordHash.absent(cost: .standard)
        #expect(try !absent.matches(password))
        #expect(!absent.needsRehash(at: .standard))
        #expect(PasswordHash(stored: absent.stored) != nil)
    }

    @Test("comparing with the hash of nobody takes about as long as with somebody's")
    func time() throws {
        let hash = try PasswordHash.make("correct horse", cost: .standard)
        let absent = PasswordHash.absent(cost: .standard)
        let clock = ContinuousClock()
        var (present, missing): ([Duration], [Duration]) = ([], [])
        for _ in 0..<9 {
            present.append(try clock.measure { _ = try hash.matches("wrong horse") })
            missing.append(try clock.measure { _ = try absent.matches("wrong horse") })
        }
        let ratio = missing.sorted()[4] / present.sorted()[4]
        #expect((0.3...3).contains(ratio))
    }

    @Test("a password beyond all measure is refused, and matches nothing")
    func longPassword() throws {
        let long = String(repeating: "x", count: 4097)
        #expect(throws: PasswordHashError.passwordTooLong) { try PasswordHash.make(long, cost: .standard) }
        #expect(try !PasswordHash.make("x", cost: .standard).matches(long))
        #expect(try PasswordHash.make(String(long.dropLast()), cost: .standard).matches(String(long.dropLast())))
    }

    @Test("a password of combining marks alone costs no more than another")
    func marks() throws {
        let marks = "a" + String(repeating: "\u{301}\u{323}", count: 1000)
        let hash = try PasswordHash.make(marks, cost: .standard)
        #expect(try hash.matches(marks))
    }

    /// Four terabytes: no machine promises them, unless it is set to promise anything.
    static let tooMuch = PasswordHash.Cost(bytes: 4_398_046_510_080, passes: 2)

    @Test(
        "memory that is not to be had is an error of its own, never a wrong password",
        .enabled { try String(contentsOfFile: "/proc/sys/vm/overcommit_memory", encoding: .utf8).first != "1" })
    func memory() throws {
        #expect(throws: PasswordHashError.outOfMemory) { try PasswordHash.make("correct horse", cost: Self.tooMuch) }
        let absent = PasswordHash.absent(cost: Self.tooMuch)
        #expect(throws: PasswordHashError.outOfMemory) { try absent.matches("correct horse") }
    }

    @Test("a hash in a log line does not show itself")
    func discretion() throws {
        let hash = try PasswordHash.make("correct horse", cost: .standard)
        var dumped = ""
        dump(hash, to: &dumped)
        #expect(!"\(hash)\(String(reflecting: hash))\(dumped)".contains("argon2"))
    }
}

@Suite("Codes to type")
struct RandomCodeTests {
    @Test("a code comes back however it is typed")
    func typing() throws {
        let code = RandomCode()
        let plain = code.text.replacingOccurrences(of: "-", with: "")
        for typed in [code.text, plain, code.text.lowercased(), " \(plain.prefix(6)) \(plain.suffix(6)) "] {
            #expect(RandomCode(typed) == code)
        }
        #expect(RandomCode(code.text)?.storedForm == code.storedForm)
        #expect(code.storedForm.count == 32)
    }

    @Test("codes have three groups of characters that nobody mistakes, all of them in use")
    func alphabet() {
        let codes = (0..<500).map { _ in RandomCode() }
        #expect(Set(codes).count == 500)
        #expect(codes.allSatisfy { code in code.text.split(separator: "-").map(\.count) == [4, 4, 4] })
        let used = Set(codes.flatMap { code in code.text.filter { $0 != "-" } })
        #expect(used.count == 32)
        #expect(used.isDisjoint(with: "01IO"))
    }

    @Test(
        "what is no code makes none",
        arguments: [
            "", "K7QM-2XWD-9RT", "K7QM-2XWD-9RTPA", "K7QM-2XWD-9RT0", "K7QM-2XWD-9RTÉ",
            String(repeating: "-", count: 100),
        ])
    func noCode(text: String) {
        #expect(RandomCode(text) == nil)
    }

    @Test("a code in a log line does not show its secret")
    func discretion() {
        let code = RandomCode()
        var dumped = ""
        dump(code, to: &dumped)
        #expect(!"\(code)\(dumped)".contains(code.text))
        #expect(!dumped.contains("["))
    }
}
