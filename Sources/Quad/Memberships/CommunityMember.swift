import FoundationEssentials
import HTML
import HTTPServer
import Postgres

/// Someone of a community, as its members' list shows them.
struct CommunityMember: Sendable {
    let id: Member.ID
    let author: Author
    let role: CommunityRole
    let joinedAt: Date
    /// For those in charge alone.
    let ban: Ban?
}

/// Why somebody was sent out, and until when.
struct Ban: Sendable {
    let reason: String?
    /// `nil`: until a moderator ends it.
    let until: Date?
}

/// Which members a list holds.
struct MemberSelection: Sendable {
    enum Part: String, CaseIterable {
        case all, moderators
        /// For those in charge alone.
        case banned
    }

    let community: String
    var part = Part.all
    /// The beginning of a name or username, in lower case; empty for everyone.
    var name = ""
    var after: MemberCursor?

    static let pageSize = 50
    static let nameLimit = 40

    /// The name as words that begin so, all of them, for `to_tsquery`; nothing in it is an operator.
    var nameQuery: String {
        name.split(separator: " ").compactMap { word in
            let letters = word.unicodeScalars.filter { scalar in !"'\\:&|!()<>*".unicodeScalars.contains(scalar) }
            return letters.isEmpty ? nil : "'" + String(String.UnicodeScalarView(letters)) + "':*"
        }.joined(separator: " & ")
    }
}

/// A place in the list of a community's members, the newest first: when the one before joined, and who that was.
struct MemberCursor: Equatable, Sendable, CustomStringConvertible {
    let microseconds: Int
    let member: Member.ID

    init(microseconds: Int, member: Member.ID) {
        self.microseconds = microseconds
        self.member = member
    }

    init?(_ text: String) {
        let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let microseconds = Int(parts[0]), (0...4_102_444_800_000_000).contains(microseconds),
            let member = Member.ID(text: String(parts[1]))
        else { return nil }
        self.init(microseconds: microseconds, member: member)
        guard description == text else { return nil }
    }

    var description: String { "\(microseconds),\(member.text)" }
}

extension CommunityMember {
    var cursor: MemberCursor {
        MemberCursor(microseconds: Int((joinedAt.timeIntervalSince1970 * 1_000_000).rounded()), member: id)
    }

    /// What somebody in charge may decide about this member.
    struct Acts: Sendable {
        var mayModerate = false
        var mayStopModerating = false
        var mayBeSentOut = false
        var mayComeBack = false
        var mayBeOffered = false
        var mayBeAssigned = false

        var isEmpty: Bool {
            !(mayModerate || mayStopModerating || mayBeSentOut || mayComeBack || mayBeOffered || mayBeAssigned)
        }
    }

    /// - Parameters:
    ///   - charge: of who decides.
    ///   - isOwner: whether that one owns the community, and is not only an admin.
    ///   - isWithoutOwner: whether its owner is gone, so that an admin gives it to somebody.
    func acts(for charge: Charge, isSelf: Bool, isOwner: Bool, isWithoutOwner: Bool) -> Acts {
        var acts = Acts()
        guard charge != .none, role != .owner else { return acts }
        acts.mayComeBack = role == .banned
        guard role != .banned else { return acts }
        acts.mayStopModerating = role == .moderator && (charge == .owner || isSelf)
        acts.mayModerate = role == .member && charge == .owner
        acts.mayBeSentOut = !isSelf && (role == .member || charge == .owner)
        acts.mayBeOffered = isOwner && !isSelf
        acts.mayBeAssigned = charge == .owner && !isOwner && isWithoutOwner
        return acts
    }
}

/// The form that sends somebody out.
struct BanForm: Sendable {
    var reason = ""
    /// Days; 0 until a moderator ends it.
    var days = 7

    static let lengths = [1, 3, 7, 30, 90, 0]
}

extension BanForm {
    init(_ form: FormFields) {
        reason = form["reason"] ?? ""
        days = form["days"].flatMap(Int.init).flatMap { Self.lengths.contains($0) ? $0 : nil } ?? 7
    }

    func check() -> (reason: String?, mistakes: FormMistakes) {
        var mistakes = FormMistakes()
        let reason = mistakes.check("reason") { () throws(CommunityFault) in
            try CommunityLine.needed(self.reason, "reason", limit: 300)
        }
        return (reason, mistakes)
    }
}
