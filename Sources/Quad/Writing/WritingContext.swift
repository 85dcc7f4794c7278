import HTTPServer
import Redis

extension Context {
    func postID() throws -> Post.ID { try parameter("post", as: Post.ID.self) }

    func commentID() throws -> Comment.ID { try parameter("comment", as: Comment.ID.self) }

    /// A number of a form or query that a column can hold; 0, which nothing has, for any other text.
    static func number(_ text: String) -> Int {
        guard let number = Int(text), (1...Int(Int32.max)).contains(number) else { return 0 }
        return number
    }

    /// Counts a write against its author's limits.
    func spend(_ demands: [RateLimiter.Demand]) throws(TooMany) {
        try application.limits.check(demands, redis: redis)
    }

    /// Answers why something may not be written together with its words, so that they can be taken elsewhere.
    func keepingWords(_ answer: () throws -> Response) throws -> Response {
        do {
            return try answer()
        } catch let refusal as WritingRefusal {
            guard let title = refusal.message, let form = KeptForm(request) else { throw refusal }
            let page = KeptFormPage(
                around: around, title: title, advice: "\(refusal.advice ?? "") Your words are below.", form: form,
                button: "Try again", remedy: refusal.remedy)
            return self.page(page, status: refusal.status)
        }
    }

    /// Tells of a change of a post, or below it, wherever it is listed.
    ///
    /// - Parameter tags: those it has, and those it had before.
    func changed(post number: Int, in community: String, tags: [String], by member: Member) {
        changed(
            [
                .post(number, in: community), .community(community), .member(member.username), .front, .communities,
                .tags,
            ] + Set(tags).map { PageTag.tag($0) })
    }

    func changed(_ place: PostPlace, by member: Member) {
        changed(post: place.number, in: place.community.slug, tags: place.tags, by: member)
    }
}
