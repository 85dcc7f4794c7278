import HTML

/// What visitors see first, and members too when they ask for it; shown by Templates/front/front.html.
struct FrontPage: Page {
    let frame: Frame
    /// The one button at the top.
    let start: Choice
    /// What is true today in figures: "6,412 members. 27 questions answered today."
    let proof: String?
    /// "Asked today", or "Newest questions" when today has none yet.
    let questionsHeading: String
    /// "Five of 31, newest first".
    let questionsNote: String?
    let questions: [PostRow]
    let communities: [CommunityItem]
    /// "All 31 communities".
    let allCommunities: String
    /// The overlap picture: an example, the same for everybody.
    let week: WeekPicture

    /// What stands in place of the questions while there are none.
    var silence: EmptyState {
        EmptyState("Nobody has asked anything yet", why: "The newest questions of every public community appear here.")
    }

    init(
        frame: Frame, start: Choice, proof: String?, questionsHeading: String, questionsNote: String?,
        questions: [PostRow],
        communities: [CommunityItem], allCommunities: String, week: WeekPicture = .example
    ) {
        self.frame = frame
        self.start = start
        self.proof = proof
        self.questionsHeading = questionsHeading
        self.questionsNote = questionsNote
        self.questions = questions
        self.communities = communities
        self.allCommunities = allCommunities
        self.week = week
    }
}
