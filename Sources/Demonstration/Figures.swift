extension Demonstration {
    /// How much there is of everything.
    struct Figures: Sendable {
        let students: Int
        let others: Int
        let courses: Int
        let posts: Int
        let comments: Int
        /// Votes an item gets on average. Posts get more of them than comments.
        let votesPerPost, votesPerComment: Double
        /// Days from the first post to the last.
        let days: Int
        /// Comments of the longest thread.
        let longestThread: Int
        /// How many scenes are tried for a post, and how often the words of each, until title and body are new.
        let sceneAttempts, wordAttempts: Int
        /// The share of titles that say more in the end, 0 to 1.
        let titleTails: Double
        /// The share of the first university's students who take its largest course: some 10,000 of the large campus.
        let crowd: Double

        /// Everyone with an account.
        var people: Int { students + others }

        init(_ size: Size) {
            switch size {
            case .small:
                self.init(
                    students: 600, others: 70, courses: 60, posts: 1500, comments: 9000, votesPerPost: 7.2,
                    votesPerComment: 1.1, days: 420, longestThread: 180, sceneAttempts: 8, wordAttempts: 5,
                    titleTails: 0, crowd: 0.16)
            case .medium:
                self.init(
                    students: 6000, others: 700, courses: 240, posts: 20_000, comments: 120_000, votesPerPost: 5,
                    votesPerComment: 0.9, days: 900, longestThread: 900, sceneAttempts: 2, wordAttempts: 3,
                    titleTails: 0.5, crowd: 0.16)
            case .large:
                self.init(
                    students: 90_000, others: 10_000, courses: 1200, posts: 1_000_000, comments: 5_000_000,
                    votesPerPost: 1.2, votesPerComment: 0.36, days: 1800, longestThread: 5000, sceneAttempts: 1,
                    wordAttempts: 0,
                    titleTails: 0.75, crowd: 0.165)
            }
        }

        private init(
            students: Int, others: Int, courses: Int, posts: Int, comments: Int, votesPerPost: Double,
            votesPerComment: Double, days: Int, longestThread: Int, sceneAttempts: Int,
            wordAttempts: Int, titleTails: Double, crowd: Double
        ) {
            self.students = students
            self.others = others
            self.courses = courses
            self.posts = posts
            self.comments = comments
            self.votesPerPost = votesPerPost
            self.votesPerComment = votesPerComment
            self.days = days
            self.longestThread = longestThread
            self.sceneAttempts = sceneAttempts
            self.wordAttempts = wordAttempts
            self.titleTails = titleTails
            self.crowd = crowd
        }
    }
}
