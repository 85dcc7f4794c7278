import HTML

/// Proving one's own role; shown by Templates/verification/verification.html.
struct VerificationPage: Page {
    struct Item: Sendable {
        /// "Mentor, by a letter from an employer".
        let what: String
        let badge: Badge
        /// "Sent Sun 18 Oct, 14:31. …".
        let line: String
        let reason: String?
        let withdrawPath: String?
        let documentPath: String?
    }

    let frame: Frame
    let tabs = SettingsTab.choices(current: .verification)
    let mistakes: FormMistakes
    let items: [Item]
    /// What is confirmed already: "You’re confirmed as a student, by your address at Alder Bay."
    let provenWords: String?
    let id: String
    /// `nil` where there is nothing left to prove.
    let types: OptionField?
    let kinds: OptionField

    var fileError: String? { mistakes["file"] }
    var fileDescription: String { fileError == nil ? "file-hint" : "file-hint file-error" }
}

extension VerificationPage {
    init(
        _ form: VerificationForm, _ mistakes: FormMistakes, _ own: OwnProfile, _ verifications: [Verification],
        proven: [ProfileType], around: Surroundings, wording: Wording
    ) {
        frame = Frame(settings: around, title: "Your role")
        self.mistakes = mistakes
        items = verifications.map { Item($0, wording) }
        let mine = proven.filter(own.types.contains)
        provenWords =
            mine.isEmpty
            ? nil : "You’re confirmed as \(Week.Words.list(mine.map { $0.words.lowercased() })). Your profile says so."
        let open = own.unproven(besides: proven, verifications)
        let chosen = open.count == 1 ? open[0].rawValue : form.type
        types =
            open.isEmpty
            ? nil
            : OptionField(
                name: "type", label: "What it proves", error: mistakes["type"],
                options: open.map {
                    .init(value: $0.rawValue, label: $0.words, note: nil, isChosen: $0.rawValue == chosen)
                })
        kinds = OptionField(
            name: "document", label: "What kind of document it is", error: mistakes["document"],
            options: DocumentKind.allCases.map {
                .init(value: $0.rawValue, label: $0.words, note: nil, isChosen: $0.rawValue == form.kind)
            })
        id = form.id.text
    }
}

extension OwnProfile {
    /// What a document could still be sent for: neither confirmed nor waiting for a moderator.
    func unproven(besides proven: [ProfileType], _ sent: [Verification]) -> [ProfileType] {
        let waiting = Set(sent.filter { $0.state == .pending }.map(\.type))
        return types.filter { !proven.contains($0) && !waiting.contains($0) }
    }
}

extension VerificationPage.Item {
    fileprivate init(_ verification: Verification, _ wording: Wording) {
        let sent = "Sent \(wording.exact(verification.createdAt).words)."
        let kept = verification.hasFile ? " The file is deleted 30 days after the decision." : " The file is deleted."
        let isPending = verification.state == .pending
        switch verification.state {
        case .pending: badge = Badge("Waits for a moderator", tone: .waiting)
        case .approved: badge = Badge("Confirmed", icon: .check, tone: .good)
        case .rejected: badge = Badge("Not confirmed", icon: .warn, tone: .bad)
        case .withdrawn: badge = Badge("Taken back")
        }
        what = "\(verification.type.words), by \(verification.document.words.lowercased())"
        line = isPending ? sent + " Only a moderator sees it." : sent + kept
        reason = verification.reason.nonEmpty
        withdrawPath = isPending ? VerificationPaths.withdrawal(of: verification.id) : nil
        documentPath = verification.hasFile ? VerificationPaths.document(verification.id) : nil
    }
}

/// Documents that wait for a moderator; shown by Templates/verification/verifications.html.
struct DecisionPage: Page {
    /// A reason that could not be taken, beside its document.
    struct Refusal: Sendable {
        let id: Verification.ID
        let reason: String
        let error: String?
    }

    struct Item: Sendable {
        let id: String
        let person: Person
        /// "@priya.r, Alder Bay University".
        let under: String
        /// "Says: Mentor. Shows: letter from an employer (PDF, 240 KB)."
        let line: String
        let waiting: Moment
        let documentPath: String
        /// `nil` for one's own, which another decides about.
        let approvePath: String?
        let rejectPath: String?
        let reason: TextField
    }

    let frame: Frame
    let items: [Item]
    let pagination: Pagination

    var tabs: [Choice] { ModerationTab.choices(current: .documents, for: frame.viewer) }

    let silence = EmptyState(
        "Nothing waits here.", why: "Documents that members send to confirm a role stand here, the oldest first.")
}

extension DecisionPage {
    init(
        _ found: [WaitingVerification], goesOn: Bool, isFirst: Bool, _ refusal: Refusal?, around: Surroundings,
        wording: Wording
    ) {
        self.init(
            frame: Frame(around: around, title: "Documents to verify", indexable: false, current: .moderation),
            items: found.map { Item($0, refusal?.id == $0.id ? refusal : nil, wording) },
            pagination: Pagination(
                onward: "Newer documents", back: "Start of the list",
                newerPath: isFirst ? nil : VerificationPaths.queue,
                olderPath: goesOn ? found.last.map { VerificationPaths.queue(after: $0.id) } : nil,
                reason: found.isEmpty ? nil : "Who has waited longest comes first."))
    }
}

extension DecisionPage.Item {
    fileprivate init(_ waiting: WaitingVerification, _ refusal: DecisionPage.Refusal?, _ wording: Wording) {
        let kind = waiting.mediaType == "application/pdf" ? "PDF" : waiting.mediaType == "image/png" ? "PNG" : "JPEG"
        self.init(
            id: waiting.id.text, person: waiting.author.person,
            under: "@\(waiting.author.username), \(waiting.university)",
            line: "Says: \(waiting.type.words). Shows: \(waiting.document.words.lowercased()) "
                + "(\(kind), \(Wording.count(max(1, waiting.byteSize / 1_024))) KB).",
            waiting: wording.ago(waiting.createdAt), documentPath: VerificationPaths.document(waiting.id),
            approvePath: waiting.isOwn ? nil : VerificationPaths.approval(of: waiting.id),
            rejectPath: waiting.isOwn ? nil : VerificationPaths.rejection(of: waiting.id),
            reason: TextField(
                name: "reason", label: "Why not", value: refusal?.reason ?? "",
                hint: "They read it: “The name on the card isn’t yours.”", error: refusal?.error))
    }
}
