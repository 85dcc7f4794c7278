extension JobKinds {
    /// Every kind of job; one that is not here is never run.
    static let all = JobKinds([
        CleanUp.self, AccountStates.self, SignUpMail.self, PasswordResetMail.self, PasswordChangedMail.self,
        NewDeviceMail.self, FailedSignInNote.self, AddressLinkMail.self, AddressAskedMail.self,
        AddressChangedMail.self, DeletionAskedMail.self, RetagPosts.self, VocabularyJob.self, MembershipStates.self,
        AttachmentCleanUp.self, DocumentCleanUp.self, VerificationDecidedMail.self, SuggestionRound.self,
        ActivityMonths.self, ProfileViewRound.self, MatchNews.self, MatchFoundMail.self, OwnFiguresRound.self,
        UniversityClock.self,
    ])
}

extension [Schedule] {
    /// Everything that comes round again.
    static let all: [Schedule] = [
        Schedule(name: "clean_up", every: .seconds(3_600), job: CleanUp()),
        Schedule(name: "account_states", every: .seconds(300), job: AccountStates()),
        Schedule(name: "search_vocabulary", every: .seconds(43_200), job: VocabularyJob()),
        Schedule(name: "membership_states", every: .seconds(300), job: MembershipStates()),
        Schedule(name: "suggestions", every: .seconds(86_400), job: SuggestionRound()),
        Schedule(name: "activity_months", every: .seconds(86_400), job: ActivityMonths()),
        Schedule(name: "profile_views", every: .seconds(60), job: ProfileViewRound()),
        Schedule(name: "attachment_clean_up", every: .seconds(3_600), job: AttachmentCleanUp()),
        Schedule(name: "document_clean_up", every: .seconds(3_600), job: DocumentCleanUp()),
        Schedule(name: "own_figures", every: .seconds(300), job: OwnFiguresRound()),
        Schedule(name: "match_news", every: .seconds(900), job: MatchNews()),
    ]
}
